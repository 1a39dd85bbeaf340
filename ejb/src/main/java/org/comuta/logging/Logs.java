package org.comuta.logging;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.comuta.logging.file.LogFolder;
import org.comuta.logging.file.LogKeeper;
import org.comuta.logging.file.TraceFile;
import org.comuta.logging.line.LogComponent;
import org.comuta.logging.line.LogLevel;
import org.comuta.logging.line.LogLine;
import org.comuta.logging.line.RecentLines;
import org.comuta.logging.syslog.SyslogSender;
import org.comuta.logging.syslog.SyslogSource;
import org.comuta.logging.syslog.SyslogState;
import org.comuta.logging.syslog.SyslogTarget;
import org.jboss.logmanager.handlers.SizeRotatingFileHandler;
import org.jspecify.annotations.Nullable;

/**
 * The logging of this process as its settings say, from its making to its end, after which the
 * server's loggers are as they were. Works on the server's own loggers, whoever writes to them. Any
 * thread.
 */
public final class Logs implements AutoCloseable {
  private static final int LINES_KEPT = 4_000;

  private final Clock clock;
  private final SyslogSource source;
  private final LogFolder folder;
  private final LogKeeper keeper;
  private final RecentLines recent = new RecentLines(LINES_KEPT);
  private final TraceFile traceFile;
  private final Levels levels = new Levels();
  private final Logger root = Logger.getLogger("");
  private final Logger traces = Logger.getLogger(LogComponent.TRACES);
  private final LineHandler lineHandler = new LineHandler(this::logged);
  private final LineHandler traceHandler = new LineHandler(this::traced);
  private final Map<Handler, @Nullable Filter> masked = new HashMap<>();
  private volatile List<SyslogSender> senders = List.of();
  private volatile LogSettings settings = LogSettings.SHIPPED;
  private volatile TraceSwitch trace = TraceSwitch.OFF;

  /**
   * @param folder of the server's log
   */
  public Logs(Path folder, SyslogSource source, Clock clock) {
    this.clock = clock;
    this.source = source;
    this.folder = new LogFolder(folder);
    keeper = new LogKeeper(this.folder);
    traceFile = new TraceFile(this.folder, settings.rotateOctets());
    traces.setUseParentHandlers(false);
    traces.addHandler(traceHandler);
    Filter masking = new MaskingFilter();
    for (Handler handler : root.getHandlers()) {
      if (handler.getFilter() == null) {
        masked.put(handler, handler.getFilter());
        handler.setFilter(masking);
      }
    }
    root.addHandler(lineHandler);
    apply(settings, trace);
  }

  private void logged(LogLine line) {
    recent.add(line);
    for (SyslogSender sender : senders) {
      sender.offer(line);
    }
  }

  private void traced(LogLine line) {
    recent.add(line);
    traceFile.offer(line);
  }

  /** Makes these count. */
  public synchronized void apply(LogSettings wanted, TraceSwitch tracing) {
    settings = wanted;
    trace = tracing;
    setLevels();
    traceFile.rotateAt(wanted.rotateOctets());
    for (Handler handler : root.getHandlers()) {
      if (handler instanceof SizeRotatingFileHandler file) {
        file.setRotateSize(wanted.rotateOctets());
      }
    }
    replaceSenders(wanted);
  }

  private void setLevels() {
    Instant now = clock.instant();
    for (LogComponent component : LogComponent.values()) {
      levels.set(component, settings.level(component, trace.isOf(component, now)));
    }
  }

  /** Those whose settings are the same go on. */
  private void replaceSenders(LogSettings wanted) {
    List<SyslogSender> next = new ArrayList<>();
    List<SyslogSender> former = new ArrayList<>(senders);
    for (SyslogTarget target : wanted.syslog()) {
      if (target.enabled()) {
        SyslogSender same =
            former.stream().filter(one -> one.target().equals(target)).findFirst().orElse(null);
        former.remove(same);
        next.add(same == null ? SyslogSender.start(target, source) : same);
      }
    }
    senders = List.copyOf(next);
    former.forEach(SyslogSender::close);
  }

  /**
   * Ends a trace whose time is over.
   *
   * @return whether one ended just now
   */
  public synchronized boolean endTrace() {
    if (trace.components().isEmpty() || trace.isOn(clock.instant())) {
      return false;
    }
    trace = TraceSwitch.OFF;
    setLevels();
    return true;
  }

  /** How long the trace goes on; zero when there is none. */
  public Duration traceLeft() {
    Instant now = clock.instant();
    return trace.isOn(now) ? Duration.between(now, trace.until()) : Duration.ZERO;
  }

  /** Moves, compresses and removes files that are over. One thread at a time. */
  public void tidy() throws IOException {
    keeper.tidy(settings.retention(), clock.instant());
  }

  public LogSettings settings() {
    return settings;
  }

  /** The trace that goes on; {@link TraceSwitch#OFF} when there is none. */
  public TraceSwitch trace() {
    return trace.isOn(clock.instant()) ? trace : TraceSwitch.OFF;
  }

  public RecentLines recent() {
    return recent;
  }

  public LogFolder folder() {
    return folder;
  }

  /** How it goes with each syslog server. */
  public List<SyslogState> syslog() {
    return senders.stream().map(SyslogSender::state).toList();
  }

  /** Why a syslog server is not reached, by its name; those that are reached are left out. */
  public Map<String, String> syslogAway() {
    return senders.stream()
        .filter(SyslogSender::isAway)
        .map(SyslogSender::state)
        .collect(Collectors.toMap(SyslogState::name, SyslogState::problem, (one, other) -> one));
  }

  /** Lines of traces that were lost since the start. */
  public long traceDropped() {
    return traceFile.dropped();
  }

  /**
   * Sends a test message at once. Waits for the network.
   *
   * @return why it failed; null when it did not
   */
  public @Nullable String test(SyslogTarget target) {
    return SyslogSender.test(
        target,
        source,
        new LogLine(
            0,
            clock.instant(),
            LogLevel.INFO,
            LogComponent.EXCHANGE,
            Logs.class.getName(),
            Thread.currentThread().getName(),
            "This is a test message from Comuta."));
  }

  /** Gives the loggers back as they were. */
  @Override
  public synchronized void close() {
    root.removeHandler(lineHandler);
    masked.forEach(Handler::setFilter);
    levels.restore();
    traces.removeHandler(traceHandler);
    traces.setUseParentHandlers(true);
    senders.forEach(SyslogSender::close);
    senders = List.of();
    traceFile.close();
  }
}
