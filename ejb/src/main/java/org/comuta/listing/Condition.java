package org.comuta.listing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the value of a field must be like. Of a list, one element must be so; where there is no
 * value, only an empty text is like it. Upper and lower case are the same. Immutable.
 */
public sealed interface Condition {
  /** Whether a value is so: a text, a word, a truth, a number, a moment, a duration, a list. */
  boolean holds(@Nullable Object value);

  /**
   * A text is like a pattern.
   *
   * @param pattern the text, in which {@code *} stands for anything
   */
  record Like(String pattern) implements Condition {
    @Override
    public boolean holds(@Nullable Object value) {
      return Condition.any(value, one -> matches(pattern, text(one)));
    }

    private static boolean matches(String pattern, String text) {
      String lower = text.toLowerCase(Locale.ROOT);
      String[] parts = pattern.toLowerCase(Locale.ROOT).split("\\*", -1);
      if (parts.length == 1) {
        return lower.equals(parts[0]);
      }
      String last = parts[parts.length - 1];
      if (!lower.startsWith(parts[0])) {
        return false;
      }
      int at = parts[0].length();
      for (int i = 1; i < parts.length - 1; i++) {
        int found = lower.indexOf(parts[i], at);
        if (found < 0) {
          return false;
        }
        at = found + parts[i].length();
      }
      return lower.length() - last.length() >= at && lower.endsWith(last);
    }
  }

  /** A value is this word, number or truth. */
  record Is(String word) implements Condition {
    @Override
    public boolean holds(@Nullable Object value) {
      return Condition.any(value, one -> text(one).equalsIgnoreCase(word));
    }
  }

  /**
   * A number lies between two; null where there is no bound. Durations count in seconds.
   *
   * @param included whether the bounds themselves are so
   */
  record Range(@Nullable BigDecimal least, @Nullable BigDecimal most, boolean included)
      implements Condition {
    @Override
    public boolean holds(@Nullable Object value) {
      return Condition.any(value, one -> one != null && lies(number(one)));
    }

    private boolean lies(@Nullable BigDecimal number) {
      int slack = included ? 0 : 1;
      return number != null
          && (least == null || number.compareTo(least) >= slack)
          && (most == null || number.compareTo(most) <= -slack);
    }
  }

  /**
   * A moment lies between two; null where there is no bound.
   *
   * @param from the first moment that is so
   * @param before the first moment that is so no more
   */
  record Period(@Nullable Instant from, @Nullable Instant before) implements Condition {
    @Override
    public boolean holds(@Nullable Object value) {
      return value instanceof Instant moment
          && (from == null || !moment.isBefore(from))
          && (before == null || moment.isBefore(before));
    }
  }

  private static boolean any(
      @Nullable Object value, java.util.function.Predicate<@Nullable Object> holds) {
    return (value instanceof Collection<?> all && !all.isEmpty())
        ? all.stream().anyMatch(holds)
        : holds.test(value);
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Enum<?> word -> word.name();
      case Collection<?> ignored -> "";
      default -> value.toString();
    };
  }

  /** The number that a value is; null when it is none. */
  static @Nullable BigDecimal number(Object value) {
    return switch (value) {
      case BigDecimal number -> number;
      case Double number -> Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
      case Number number -> BigDecimal.valueOf(number.longValue());
      case Duration duration -> BigDecimal.valueOf(duration.toMillis(), 3);
      default -> null;
    };
  }
}
