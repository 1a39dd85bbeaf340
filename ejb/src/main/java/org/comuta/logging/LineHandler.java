package org.comuta.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.comuta.logging.line.LogComponent;
import org.comuta.logging.line.LogLevel;
import org.comuta.logging.line.LogLine;
import org.comuta.logging.line.Masking;
import org.jboss.logmanager.ExtLogRecord;

/** Makes a line, without secrets, of what the server's loggers are given. Any thread. */
final class LineHandler extends Handler {
  private static final int LONGEST_TEXT = 70_000;
  private static final Formatter PLAIN = new SimpleFormatter();

  private final Consumer<LogLine> lines;

  /**
   * @param lines takes each line without waiting for anything
   */
  LineHandler(Consumer<LogLine> lines) {
    this.lines = lines;
  }

  @Override
  public void publish(LogRecord record) {
    if (isLoggable(record)) {
      lines.accept(line(record));
    }
  }

  static LogLine line(LogRecord record) {
    String logger = record.getLoggerName() == null ? "" : record.getLoggerName();
    String text = message(record);
    Throwable thrown = record.getThrown();
    if (thrown != null) {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace, true));
      text = text + "\n" + trace.toString().stripTrailing();
    }
    return new LogLine(
        0,
        record.getInstant(),
        LogLevel.of(record.getLevel()),
        LogComponent.of(logger),
        logger,
        record instanceof ExtLogRecord extended
            ? extended.getThreadName()
            : Thread.currentThread().getName(),
        Masking.mask(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text));
  }

  /** The message with its parameters in it, whichever way its logger writes them. */
  static String message(LogRecord record) {
    String message =
        record instanceof ExtLogRecord extended
            ? extended.getFormattedMessage()
            : PLAIN.formatMessage(record);
    return message == null ? "" : message;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
