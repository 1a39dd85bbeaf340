package org.comuta.logging.line;

import java.util.Locale;
import java.util.Set;

/**
 * Which lines somebody wants to see. Immutable.
 *
 * @param components none for all
 * @param level the least grave
 * @param text that the line must have in it, in whatever case; empty for any
 * @param after number of a line; only those after it
 * @param most how many, the newest
 */
public record LogQuery(
    Set<LogComponent> components, LogLevel level, String text, long after, int most) {
  /** Most lines that are told at once. */
  public static final int LARGEST = 1_000;

  public LogQuery {
    components = Set.copyOf(components);
    text = text.toLowerCase(Locale.ROOT);
    most = Math.clamp(most, 1, LARGEST);
  }

  /** Whether this is one of them. */
  public boolean matches(LogLine line) {
    return line.number() > after
        && line.level().within(level)
        && (components.isEmpty() || components.contains(line.component()))
        && (text.isEmpty()
            || line.text().toLowerCase(Locale.ROOT).contains(text)
            || line.logger().toLowerCase(Locale.ROOT).contains(text));
  }
}
