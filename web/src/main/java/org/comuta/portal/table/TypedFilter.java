package org.comuta.portal.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comuta.listing.Condition;
import org.jspecify.annotations.Nullable;

/**
 * What is typed into the filter of a column, as a condition; none when it cannot be read.
 *
 * <ul>
 *   <li>texts: part of it (or its beginning); with {@code *} for anything, all of it; {@code =text}
 *       exactly; {@code =} alone, nothing
 *   <li>numbers: {@code 5}, {@code >5}, {@code <=5}, {@code 2..9}, {@code 2..}, {@code ..9}; of
 *       durations also {@code 1:30}
 *   <li>moments: {@code from..to} with moments or days, one of which may be missing; one day; or
 *       how long ago at most, such as {@code PT24H} and {@code P7D}
 * </ul>
 */
public final class TypedFilter {
  private static final String BETWEEN = "..";
  private static final Pattern COMPARED = Pattern.compile("(>=|<=|>|<|=)?\\s*(\\S+)");
  private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,4}):([0-5]\\d)");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:[.,]\\d{1,6})?");
  private static final Pattern AGO = Pattern.compile("P(\\d{1,5}D|T\\d{1,6}[HM])");

  private TypedFilter() {}

  /** The condition that is typed for a column. */
  public static Optional<Condition> read(Column<?> column, String typed, ZoneId zone, Instant now) {
    String text = typed.strip();
    return switch (column.getFilter()) {
      case NONE -> Optional.empty();
      case TEXT -> Optional.of(like(text, "*" + text + "*"));
      case BEGINNING -> Optional.of(like(text, text + "*"));
      case CHOICE -> choice(column.getChoices(), text);
      case NUMBER -> Optional.ofNullable(range(text));
      case MOMENT -> Optional.ofNullable(period(text, zone, now));
    };
  }

  private static Condition like(String text, String otherwise) {
    if (text.startsWith("=")) {
      return new Condition.Like(text.substring(1).strip());
    }
    return new Condition.Like(text.contains("*") ? text : otherwise);
  }

  private static Optional<Condition> choice(List<Choice> choices, String word) {
    return choices.stream()
        .map(Choice::word)
        .filter(word::equalsIgnoreCase)
        .<Condition>map(Condition.Is::new)
        .findFirst();
  }

  private static @Nullable Condition range(String text) {
    int between = text.indexOf(BETWEEN);
    if (between >= 0) {
      String least = text.substring(0, between).strip();
      String most = text.substring(between + BETWEEN.length()).strip();
      BigDecimal from = number(least);
      BigDecimal to = number(most);
      boolean legible = (from != null || least.isEmpty()) && (to != null || most.isEmpty());
      return legible && (from != null || to != null) ? new Condition.Range(from, to, true) : null;
    }
    Matcher compared = COMPARED.matcher(text);
    BigDecimal number = compared.matches() ? number(compared.group(2)) : null;
    if (number == null) {
      return null;
    }
    String how = compared.group(1);
    return switch (how == null ? "=" : how) {
      case ">=" -> new Condition.Range(number, null, true);
      case ">" -> new Condition.Range(number, null, false);
      case "<=" -> new Condition.Range(null, number, true);
      case "<" -> new Condition.Range(null, number, false);
      default -> new Condition.Range(number, number, true);
    };
  }

  private static @Nullable BigDecimal number(String text) {
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches()) {
      long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
      long minutes = Long.parseLong(clock.group(2));
      return BigDecimal.valueOf((hours * 60 + minutes) * 60 + Long.parseLong(clock.group(3)));
    }
    return NUMBER.matcher(text).matches() ? new BigDecimal(text.replace(',', '.')) : null;
  }

  private static Condition.@Nullable Period period(String text, ZoneId zone, Instant now) {
    try {
      if (AGO.matcher(text).matches()) {
        return new Condition.Period(now.minus(Duration.parse(text)), null);
      }
      int between = text.indexOf(BETWEEN);
      String from = between < 0 ? text : text.substring(0, between).strip();
      String to = between < 0 ? text : text.substring(between + BETWEEN.length()).strip();
      if (from.isEmpty() && to.isEmpty()) {
        return null;
      }
      Instant first = from.isEmpty() ? null : moment(from, zone, 0);
      Instant end = to.isEmpty() ? null : moment(to, zone, 1);
      // One moment alone is its minute.
      return first != null && first.equals(end)
          ? new Condition.Period(first, first.plus(1, ChronoUnit.MINUTES))
          : new Condition.Period(first, end);
    } catch (DateTimeException illegible) {
      return null;
    }
  }

  /** A day as an end is all of it. */
  private static Instant moment(String text, ZoneId zone, int days) {
    if (text.length() <= 10) {
      return LocalDate.parse(text).plusDays(days).atStartOfDay(zone).toInstant();
    }
    boolean offset = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d");
    return offset
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).atZone(zone).toInstant();
  }

  /** The same for an address, which means the same in every zone. */
  public static String canonical(Column<?> column, String typed, ZoneId zone) {
    String text = typed.strip();
    if (column.getFilter() != Filter.MOMENT || AGO.matcher(text).matches()) {
      return text;
    }
    Condition.Period period = period(text, zone, Instant.EPOCH);
    return period == null ? text : utc(period.from()) + BETWEEN + utc(period.before());
  }

  private static String utc(@Nullable Instant moment) {
    return moment == null ? "" : moment.atOffset(ZoneOffset.UTC).toInstant().toString();
  }

  /** How long ago at most, such as {@code P7D}; empty when it is no such filter. */
  static String agoOf(String typed) {
    return AGO.matcher(typed).matches() ? typed : "";
  }

  /** The two ends of a filter of moments, null where there is none. */
  static Condition.@Nullable Period endsOf(String typed, ZoneId zone) {
    return typed.isEmpty() || AGO.matcher(typed).matches()
        ? null
        : period(typed, zone, Instant.EPOCH);
  }
}
