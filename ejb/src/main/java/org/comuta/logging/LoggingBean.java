package org.comuta.logging;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.comuta.background.BackgroundThread;
import org.comuta.description.Problem;
import org.comuta.identity.Actor;
import org.comuta.identity.AuditAction;
import org.comuta.identity.AuditBean;
import org.comuta.identity.AuditEntry;
import org.comuta.logging.file.LogArchive;
import org.comuta.logging.file.LogFolder;
import org.comuta.logging.line.LogComponent;
import org.comuta.logging.line.RecentLines;
import org.comuta.logging.syslog.SyslogSource;
import org.comuta.logging.syslog.SyslogState;
import org.comuta.logging.syslog.SyslogTarget;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The logging of the server while the application runs: what was saved counts again after a start,
 * and on every server with the same database. Any thread.
 */
@Singleton
@Startup
@DependsOn("SchemaBean")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class LoggingBean {
  private static final Logger LOG = LoggerFactory.getLogger(LoggingBean.class);
  private static final long TICK_MILLIS = 1_000;
  private static final Duration READ_EVERY = Duration.ofSeconds(10);
  private static final Duration TIDY_EVERY = Duration.ofMinutes(1);

  @Resource(lookup = "java:jboss/datasources/ComutaDS")
  private DataSource source;

  @Inject private AuditBean audit;

  /** Held while what is kept and what counts are made the same. */
  private final Object keeping = new Object();

  private final Clock clock = Clock.systemUTC();
  private LogSettingsStore store;
  private Logs logs;
  private BackgroundThread background;
  private Instant nextRead = Instant.EPOCH;
  private volatile Instant nextTidy = Instant.EPOCH;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container and by start
  public LoggingBean() {}

  @PostConstruct
  void start() {
    store = new LogSettingsStore(source);
    String stateFolder = System.getProperty("comuta.state.dir", "state");
    logs =
        new Logs(
            Path.of(System.getProperty("jboss.server.log.dir", stateFolder + "/log")),
            new SyslogSource(
                System.getProperty("jboss.qualified.host.name", ""),
                Long.toString(ProcessHandle.current().pid())),
            clock);
    read();
    background = BackgroundThread.start("comuta-logging", this::step);
  }

  @PreDestroy
  void stop() {
    background.close();
    logs.close();
  }

  private long step() throws IOException {
    Instant now = clock.instant();
    if (logs.endTrace()) {
      LOG.info("The trace has ended");
    }
    if (!now.isBefore(nextRead)) {
      read();
    }
    if (!now.isBefore(nextTidy)) {
      nextTidy = now.plus(TIDY_EVERY);
      logs.tidy();
    }
    Duration left = logs.traceLeft();
    return left.isZero() ? TICK_MILLIS : Math.clamp(left.toMillis() + 1, 1, TICK_MILLIS);
  }

  /** Reads what is kept; another server may have changed it. */
  private void read() {
    nextRead = clock.instant().plus(READ_EVERY);
    synchronized (keeping) {
      try {
        LogSettingsStore.Kept kept = store.load();
        TraceSwitch trace = kept.trace().isOn(clock.instant()) ? kept.trace() : TraceSwitch.OFF;
        if (!kept.settings().equals(logs.settings()) || !trace.equals(logs.trace())) {
          logs.apply(kept.settings(), trace);
        }
      } catch (SQLException away) {
        LOG.warn("The settings of the log cannot be read: {}", away.toString());
      }
    }
  }

  /** The settings that count. */
  public LogSettings settings() {
    return logs.settings();
  }

  /** Makes these count, and keeps them, unless something is wrong with them, which it returns. */
  public List<Problem> save(LogSettings settings, Actor actor) {
    List<Problem> problems = settings.check();
    String detail = problems.isEmpty() ? "" : problems.getFirst().message();
    if (problems.isEmpty()) {
      synchronized (keeping) {
        detail = logs.settings().differences(settings);
        try {
          store.save(settings);
        } catch (SQLException away) {
          throw new EJBException("the settings of the log cannot be kept", away);
        }
        logs.apply(settings, logs.trace());
      }
      tidySoon();
    }
    write(actor, AuditAction.LOG_SETTINGS_SAVE, problems.isEmpty(), detail);
    return problems;
  }

  private void tidySoon() {
    nextTidy = Instant.EPOCH;
    background.wake();
  }

  /** The trace that goes on; {@link TraceSwitch#OFF} when there is none. */
  public TraceSwitch trace() {
    return logs.trace();
  }

  /** Begins a trace, in place of one that goes on; what is wrong with it, and then nothing does. */
  public List<Problem> startTrace(Set<LogComponent> components, long minutes, Actor actor) {
    List<Problem> problems = TraceSwitch.check(components, minutes);
    String detail =
        problems.isEmpty()
            ? new TraceSwitch(components, Instant.EPOCH).components() + ": " + minutes + " min"
            : problems.getFirst().message();
    if (problems.isEmpty()) {
      trace(TraceSwitch.of(components, (int) minutes, clock.instant()));
    }
    write(actor, AuditAction.TRACE_START, problems.isEmpty(), detail);
    return problems;
  }

  /** Ends the trace before its time; nothing happens when there is none. */
  public void stopTrace(Actor actor) {
    trace(TraceSwitch.OFF);
    write(actor, AuditAction.TRACE_STOP, true, "");
  }

  private void trace(TraceSwitch trace) {
    synchronized (keeping) {
      try {
        store.save(trace);
      } catch (SQLException away) {
        throw new EJBException("the trace cannot be kept", away);
      }
      logs.apply(logs.settings(), trace);
    }
    background.wake();
  }

  /** Lines of traces that were lost since the start, for nobody waits for the disk. */
  public long traceDropped() {
    return logs.traceDropped();
  }

  /** The lines since the start, the newest of them. */
  public RecentLines recent() {
    return logs.recent();
  }

  /** The files. */
  public LogFolder folder() {
    return logs.folder();
  }

  /** A file that somebody takes away. */
  public void writeDownload(String file, Actor actor) {
    audit.write(actor, AuditAction.LOG_DOWNLOAD, "log", file, AuditEntry.Outcome.DONE, "");
  }

  /** The files of some time, which somebody takes away. */
  public LogArchive archive(@Nullable Instant from, @Nullable Instant to, Actor actor)
      throws IOException {
    LogArchive archive = LogArchive.of(logs.folder(), from, to);
    audit.write(
        actor,
        AuditAction.LOG_DOWNLOAD,
        "log",
        "archive",
        AuditEntry.Outcome.DONE,
        (from == null ? "" : from)
            + " – "
            + (to == null ? "" : to)
            + ": "
            + archive.files().size());
    return archive;
  }

  /** How it goes with each syslog server. */
  public List<SyslogState> syslog() {
    return logs.syslog();
  }

  /** Why a syslog server is not reached, by its name; those that are reached are left out. */
  public Map<String, String> syslogAway() {
    return logs.syslogAway();
  }

  /**
   * Sends a test message to a syslog server, saved or not. Waits for the network, some seconds at
   * most.
   *
   * @return why it failed; null when it did not
   */
  public @Nullable String test(SyslogTarget target, Actor actor) {
    String problem = logs.test(target);
    audit.write(
        actor,
        AuditAction.SYSLOG_TEST,
        "syslog",
        target.name(),
        problem == null ? AuditEntry.Outcome.DONE : AuditEntry.Outcome.FAILED,
        target.transport() + " " + target.host() + " " + target.port());
    return problem;
  }

  private void write(Actor actor, AuditAction action, boolean done, String detail) {
    audit.write(
        actor,
        action,
        "log-settings",
        "",
        done ? AuditEntry.Outcome.DONE : AuditEntry.Outcome.REFUSED,
        detail);
  }
}
