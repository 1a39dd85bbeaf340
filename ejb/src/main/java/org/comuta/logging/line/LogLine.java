package org.comuta.logging.line;

import java.time.Instant;

/**
 * One entry of the log. Immutable.
 *
 * @param number counts up from 1 since the start; 0 before it has one
 * @param logger who wrote it
 * @param thread name of the thread that wrote it
 * @param text without secrets; may have many lines
 */
public record LogLine(
    long number,
    Instant at,
    LogLevel level,
    LogComponent component,
    String logger,
    String thread,
    String text) {

  /** The same with another number. */
  public LogLine numbered(long other) {
    return new LogLine(other, at, level, component, logger, thread, text);
  }

  /** The same with a text that is cut off after so many characters. */
  public LogLine cut(int longest) {
    return text.length() <= longest
        ? this
        : new LogLine(
            number, at, level, component, logger, thread, text.substring(0, longest) + "…");
  }
}
