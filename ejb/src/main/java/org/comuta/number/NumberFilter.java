package org.comuta.number;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Filter of a number: a POSIX extended regular expression, unanchored; empty accepts every number.
 * Immutable; any thread. Time grows linearly with the number.
 */
public final class NumberFilter {
  /** Accepts every number. */
  public static final NumberFilter ANY = new NumberFilter("", null, "");

  private final String text;
  private final @Nullable Pattern pattern;
  private final String prefix;

  private NumberFilter(String text, @Nullable Pattern pattern, String prefix) {
    this.text = text;
    this.pattern = pattern;
    this.prefix = prefix;
  }

  /** Reads a filter as an administrator wrote it. */
  public static NumberFilter parse(String text) throws InvalidPatternException {
    if (text.isEmpty()) {
      return ANY;
    }
    ExtendedExpression.Compiled compiled = ExtendedExpression.compile(text, 0);
    return new NumberFilter(text, compiled.pattern(), compiled.prefix());
  }

  public boolean accepts(String number) {
    return pattern == null || (number.startsWith(prefix) && pattern.matcher(number).find());
  }

  /** What every accepted number begins with; empty when nothing is known of it. */
  public String prefix() {
    return prefix;
  }

  /** The filter as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
