package org.comuta.portal.table;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.comuta.portal.Formats;
import org.comuta.portal.Language;
import org.jspecify.annotations.Nullable;

/** How one reader reads texts, numbers and moments. Immutable; any thread. */
public record Words(Locale locale, ZoneId zone) {
  /** What is shown where there is nothing. */
  public static final String NOTHING = "–";

  private ResourceBundle texts() {
    return Language.texts(locale);
  }

  /** A text of the portal. */
  public String text(String key) {
    return texts().getString(key);
  }

  /** A text of the portal; empty when there is none. */
  public String textIfAny(String key) {
    ResourceBundle texts = texts();
    return texts.containsKey(key) ? texts.getString(key) : "";
  }

  /** Yes and no. */
  public List<Choice> truths() {
    return List.of(new Choice("true", text("yes")), new Choice("false", text("no")));
  }

  /** The words of a type, whose texts have keys that begin so. */
  public List<Choice> choices(String prefix, Enum<?>... words) {
    return Arrays.stream(words)
        .map(word -> new Choice(word.name(), text(prefix + word.name())))
        .toList();
  }

  /** A value as people read it; a dash when there is none. */
  public String shown(@Nullable Object value) {
    return switch (value) {
      case null -> NOTHING;
      case String text -> text.isEmpty() ? NOTHING : text;
      case Boolean truth -> text(truth ? "yes" : "no");
      case Instant moment -> Formats.moment(moment, locale, zone);
      case Duration duration -> Formats.clock(duration);
      case Double number -> decimal(number);
      case Number number -> NumberFormat.getIntegerInstance(locale).format(number.longValue());
      case Collection<?> list when list.isEmpty() -> NOTHING;
      case Collection<?> list -> list.stream().map(this::shown).collect(Collectors.joining(", "));
      default -> value.toString();
    };
  }

  private String decimal(double number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return format.format(number);
  }
}
