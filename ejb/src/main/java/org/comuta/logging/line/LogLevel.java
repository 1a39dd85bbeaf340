package org.comuta.logging.line;

import java.util.logging.Level;

/** How grave a line is, the gravest first; as a setting, the least grave that is written. */
public enum LogLevel {
  /** Something cannot do its work. */
  ERROR(1_000, 3),
  /** A grave matter that does not stop the work. */
  WARN(900, 4),
  /** What begins, ends and is worth knowing. */
  INFO(800, 6),
  /** Detail for those who look for a fault. */
  DEBUG(500, 7),
  /** Everything, message by message; off in normal operation. */
  TRACE(400, 7);

  private final int value;
  private final int severity;

  LogLevel(int value, int severity) {
    this.value = value;
    this.severity = severity;
  }

  /** The level that the server's loggers know. */
  public Level level() {
    return switch (this) {
      case ERROR -> Level.SEVERE;
      case WARN -> Level.WARNING;
      case INFO -> Level.INFO;
      case DEBUG -> Level.FINE;
      case TRACE -> Level.FINER;
    };
  }

  /** Severity of syslog, RFC 5424 table 2. */
  public int severity() {
    return severity;
  }

  /** Whether lines of this level are among those that a setting lets through. */
  public boolean within(LogLevel setting) {
    return compareTo(setting) <= 0;
  }

  /** The graver of the two. */
  public LogLevel atMost(LogLevel other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The level that a logger's level belongs to. */
  public static LogLevel of(Level level) {
    for (LogLevel one : values()) {
      if (level.intValue() >= one.value) {
        return one;
      }
    }
    return TRACE;
  }
}
