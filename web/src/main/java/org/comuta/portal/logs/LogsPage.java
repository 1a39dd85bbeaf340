package org.comuta.portal.logs;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comuta.identity.Right;
import org.comuta.logging.LoggingBean;
import org.comuta.logging.TraceSwitch;
import org.comuta.logging.file.LogArchive;
import org.comuta.logging.file.LogFile;
import org.comuta.logging.line.LogComponent;
import org.comuta.logging.line.LogLevel;
import org.comuta.logging.line.LogLine;
import org.comuta.logging.line.LogQuery;
import org.comuta.logging.line.RecentLines;
import org.comuta.portal.Account;
import org.comuta.portal.personal.PersonalSettings;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** The page of the log: its last lines, which follow by themselves, and its files. */
@Named
@ViewScoped
public class LogsPage implements Serializable {
  private static final List<Integer> AMOUNTS = List.of(100, 200, 500, 1_000);

  @Inject private LoggingBean logging;
  @Inject private Account account;
  @Inject private PersonalSettings personal;

  private @Nullable LogComponent component;
  private LogLevel level = LogLevel.TRACE;
  private @Nullable String text;
  private int most = AMOUNTS.get(1);
  private boolean following = true;
  private long seen;
  private @Nullable LocalDateTime from;
  private @Nullable LocalDateTime to;
  private transient @Nullable List<LogLine> lines;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public LogsPage() {}

  private RecentLines.Found find(long after) {
    Set<LogComponent> components = component == null ? Set.of() : Set.of(component);
    return logging
        .recent()
        .find(new LogQuery(components, level, text == null ? "" : text, after, most));
  }

  /** The lines, the newest first. */
  public List<LogLine> getLines() {
    List<LogLine> known = lines;
    if (known == null) {
      RecentLines.Found found = find(0);
      seen = found.last();
      known = found.lines().reversed();
      lines = known;
    }
    return known;
  }

  /** Shows what is new; the page stays as it is when nothing is. */
  public void refresh() {
    if (!find(seen).lines().isEmpty()) {
      lines = null;
      PrimeFaces.current().ajax().update("logs:lines");
    }
  }

  /** The first line of a text that may have many. */
  public String first(LogLine line) {
    return line.text().lines().findFirst().orElse("");
  }

  /** What follows its first line; empty when nothing does. */
  public String rest(LogLine line) {
    int end = line.text().indexOf('\n');
    return end < 0 ? "" : line.text().substring(end + 1).stripTrailing();
  }

  /** The trace that goes on. */
  public TraceSwitch getTrace() {
    return logging.trace();
  }

  /** The files, the one that changed last first. */
  public List<LogFile> getFiles() throws IOException {
    return logging.folder().files();
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

  public LogComponent[] getComponents() {
    return LogComponent.values();
  }

  public LogLevel[] getLevels() {
    return LogLevel.values();
  }

  public List<Integer> getAmounts() {
    return AMOUNTS;
  }

  public @Nullable LogComponent getComponent() {
    return component;
  }

  public void setComponent(@Nullable LogComponent component) {
    this.component = component;
    lines = null;
  }

  public LogLevel getLevel() {
    return level;
  }

  public void setLevel(LogLevel level) {
    this.level = level;
    lines = null;
  }

  public @Nullable String getText() {
    return text;
  }

  public void setText(@Nullable String text) {
    this.text = text;
    lines = null;
  }

  public int getMost() {
    return most;
  }

  public void setMost(int most) {
    this.most = most;
    lines = null;
  }

  public boolean isFollowing() {
    return following;
  }

  public void setFollowing(boolean following) {
    this.following = following;
    lines = null;
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
