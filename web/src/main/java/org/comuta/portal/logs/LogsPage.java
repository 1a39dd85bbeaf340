package org.comuta.portal.logs;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.comuta.identity.Right;
import org.comuta.logging.LoggingBean;
import org.comuta.logging.TraceSwitch;
import org.comuta.logging.file.LogArchive;
import org.comuta.logging.file.LogFile;
import org.comuta.logging.line.LogLine;
import org.comuta.portal.Account;
import org.comuta.portal.personal.PersonalSettings;
import org.comuta.portal.table.LogFilesTable;
import org.comuta.portal.table.LogLinesTable;
import org.comuta.portal.table.Table;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** The page of the log: its last lines, which follow by themselves, and its files. */
@Named
@ViewScoped
public class LogsPage implements Serializable {
  @Inject private LoggingBean logging;
  @Inject private Account account;
  @Inject private PersonalSettings personal;

  @Inject private Table<LogLine> lines;
  @Inject private Table<LogFile> files;

  private boolean following = true;
  private long seen;
  private @Nullable LocalDateTime from;
  private @Nullable LocalDateTime to;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public LogsPage() {}

  @PostConstruct
  void open() {
    lines.show(LogLinesTable.ID);
    files.showBeside(LogFilesTable.ID, "files");
    seen = logging.recent().newest();
  }

  /** The lines, the newest first. */
  public Table<LogLine> getLines() {
    return lines;
  }

  /** Shows what is new; the page stays as it is when nothing is. */
  public void refresh() {
    long newest = logging.recent().newest();
    if (newest != seen) {
      seen = newest;
      PrimeFaces.current().ajax().update("logs:table_data", "logs:found", "logs:pages");
    }
  }

  /** The trace that goes on. */
  public TraceSwitch getTrace() {
    return logging.trace();
  }

  /** The files, the one that changed last first. */
  public Table<LogFile> getFiles() {
    return files;
  }

  /** Gives a file. */
  public void download(String name) throws IOException {
    Optional<LogFile> file = logging.folder().find(name);
    if (account.may(Right.SEE_DIAGNOSTICS) && file.isPresent()) {
      logging.writeDownload(name, account.actor());
      ExternalContext response = attachment("application/octet-stream", name);
      try (InputStream content = logging.folder().open(file.get())) {
        content.transferTo(response.getResponseOutputStream());
      }
      FacesContext.getCurrentInstance().responseComplete();
    }
  }

  /** Gives all files with entries of the chosen time. */
  public void downloadArchive() throws IOException {
    if (account.may(Right.SEE_DIAGNOSTICS)) {
      LogArchive archive = logging.archive(moment(from), moment(to), account.actor());
      archive.write(attachment("application/gzip", "comuta-log.tar.gz").getResponseOutputStream());
      FacesContext.getCurrentInstance().responseComplete();
    }
  }

  private @Nullable Instant moment(@Nullable LocalDateTime typed) {
    return typed == null ? null : typed.atZone(personal.zone()).toInstant();
  }

  private static ExternalContext attachment(String type, String name) {
    ExternalContext response = FacesContext.getCurrentInstance().getExternalContext();
    response.setResponseContentType(type);
    response.setResponseHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    return response;
  }

  public boolean isFollowing() {
    return following;
  }

  public void setFollowing(boolean following) {
    this.following = following;
  }

  public @Nullable LocalDateTime getFrom() {
    return from;
  }

  public void setFrom(@Nullable LocalDateTime from) {
    this.from = from;
  }

  public @Nullable LocalDateTime getTo() {
    return to;
  }

  public void setTo(@Nullable LocalDateTime to) {
    this.to = to;
  }
}
