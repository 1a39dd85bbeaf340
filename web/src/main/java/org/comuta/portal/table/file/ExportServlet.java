package org.comuta.portal.table.file;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.comuta.identity.AuditAction;
import org.comuta.identity.AuditBean;
import org.comuta.identity.AuditEntry;
import org.comuta.listing.Selection;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.comuta.portal.personal.PersonalSettings;
import org.comuta.portal.table.Column;
import org.comuta.portal.table.TableAddress;
import org.comuta.portal.table.TableDefinition;
import org.comuta.portal.table.TableDefinitions;
import org.comuta.portal.table.TableRules;
import org.comuta.portal.table.TableState;
import org.comuta.portal.table.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives what a table shows as a file: {@code table}, {@code format}, and the words of the table's
 * address. With {@code watch} alone, how far a file is that was asked for with that {@code
 * progress}.
 */
@WebServlet("/portal/export")
public class ExportServlet extends HttpServlet {
  /** More rows than this are not given at once. */
  static final int MOST_ROWS = 250_000;

  private static final Logger LOG = LoggerFactory.getLogger(ExportServlet.class);
  private static final int BUFFER = 1 << 16;
  private static final int SERVICE_UNAVAILABLE = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT);

  @Inject private transient TableDefinitions definitions;
  @Inject private transient Exports exports;
  @Inject private transient Account account;
  @Inject private transient Language language;
  @Inject private transient PersonalSettings personal;
  @Inject private transient AuditBean audit;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public ExportServlet() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Map<String, String> asked = new LinkedHashMap<>();
    request.getParameterMap().forEach((word, values) -> asked.put(word, values[0]));
    String watch = asked.get("watch");
    if (watch != null) {
      tell(exports.watched(account.getName(), watch), response);
      return;
    }
    Optional<TableDefinition<?>> table = definitions.find(asked.getOrDefault("table", ""));
    Optional<FileFormat> format = FileFormat.of(asked.getOrDefault("format", ""));
    if (table.isEmpty() || format.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (!account.may(table.get().needed())) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (!exports.begin()) {
      exports.watch(account.getName(), progress(asked), Progress.refused());
      response.sendError(SERVICE_UNAVAILABLE);
    } else {
      try {
        give(table.get(), format.get(), asked, response);
      } finally {
        exports.end();
      }
    }
  }

  private static String progress(Map<String, String> asked) {
    return asked.getOrDefault("progress", "");
  }

  private <T> void give(
      TableDefinition<T> table,
      FileFormat format,
      Map<String, String> asked,
      HttpServletResponse response)
      throws IOException {
    Words words = new Words(language.getLocale(), personal.zone());
    TableRules<T> rules = TableRules.of(table, words);
    TableState state = rules.read(asked);
    Selection selection = rules.selection(state, words.zone(), Instant.now());
    long total = Math.min(table.find(selection, 0, 1).total(), MOST_ROWS);
    Progress progress = new Progress(total);
    exports.watch(account.getName(), progress(asked), progress);
    response.setContentType(format.mediaType());
    String name =
        table.id() + "-" + NAME.format(LocalDateTime.now(words.zone())) + "." + format.word();
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    boolean well = false;
    try {
      OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
      List<Column<T>> columns = rules.shown(state);
      write(table, selection, format.writer(columns, words, table.id(), out), progress);
      out.flush();
      well = true;
    } catch (IOException gone) {
      LOG.debug("Who asked for {} went away", name, gone);
    } finally {
      progress.end(well);
      if (table.personal()) {
        audit(table, format, rules, state, progress);
      }
    }
  }

  private static <T> void write(
      TableDefinition<T> table, Selection selection, RowWriter<T> writer, Progress progress)
      throws IOException {
    writer.begin();
    long[] written = {0};
    IOException[] gone = new IOException[1];
    table.forEach(
        selection,
        MOST_ROWS,
        row -> {
          try {
            writer.row(row);
            progress.at(++written[0]);
            return true;
          } catch (IOException e) {
            gone[0] = e;
            return false;
          }
        });
    if (gone[0] != null) {
      throw gone[0];
    }
    writer.end();
  }

  private <T> void audit(
      TableDefinition<T> table,
      FileFormat format,
      TableRules<T> rules,
      TableState state,
      Progress progress) {
    audit.write(
        account.actor(),
        AuditAction.TABLE_EXPORT,
        "table",
        table.id(),
        progress.isFailed() ? AuditEntry.Outcome.FAILED : AuditEntry.Outcome.DONE,
        format.word()
            + ", rows: "
            + progress.rows()
            + ", columns: "
            + String.join(",", state.columns())
            + ", filters: "
            + TableAddress.write(rules.rowWords(state.withPage(0))));
  }

  private void tell(@Nullable Progress progress, HttpServletResponse response) throws IOException {
    response.setContentType("application/json; charset=utf-8");
    Words words = new Words(language.getLocale(), personal.zone());
    String key =
        progress == null || !progress.isDone()
            ? "table.export.going"
            : progress.isFailed() ? "table.export.failed" : "table.export.done";
    String rows = progress == null ? "" : words.shown(progress.rows());
    String total = progress == null ? "" : words.shown(progress.total());
    response
        .getWriter()
        .write(
            Json.createObjectBuilder()
                .add("known", progress != null)
                .add("done", progress != null && progress.isDone())
                .add("rows", progress == null ? 0 : progress.rows())
                .add("total", progress == null ? 0 : progress.total())
                .add("text", MessageFormat.format(words.text(key), rows, total))
                .build()
                .toString());
  }
}
