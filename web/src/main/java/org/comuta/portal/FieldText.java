package org.comuta.portal;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import org.comuta.description.FieldDescription;
import org.comuta.description.FieldType;
import org.comuta.description.Labels;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Unit;
import org.jspecify.annotations.Nullable;

/** Values of fields as people read them in one language. Immutable; any thread. */
public final class FieldText {
  /** What is shown where there is nothing. */
  public static final String NOTHING = "–";

  private final ObjectDescription<?> description;
  private final Locale locale;

  public FieldText(ObjectDescription<?> description, Locale locale) {
    this.description = description;
    this.locale = locale;
  }

  /** The language. */
  public Locale locale() {
    return locale;
  }

  /** The value; a dash when there is none. */
  public String of(FieldDescription field, @Nullable JsonValue value) {
    return switch (value) {
      case null -> NOTHING;
      case JsonArray list when list.isEmpty() -> NOTHING;
      case JsonArray list ->
          list.stream().map(one -> of(field, one)).collect(Collectors.joining(", "));
      case JsonString text when text.getString().isEmpty() -> NOTHING;
      case JsonString text -> text(field, text.getString());
      case JsonNumber number -> number(field, number.longValue());
      default ->
          switch (value.getValueType()) {
            case TRUE -> Language.texts(locale).getString("yes");
            case FALSE -> Language.texts(locale).getString("no");
            case ARRAY, OBJECT, STRING, NUMBER, NULL -> NOTHING;
          };
    };
  }

  private String text(FieldDescription field, String text) {
    if (field.type() != FieldType.CHOICE) {
      return text;
    }
    String label = description.label(field, text, locale);
    return label.isEmpty() ? text : label;
  }

  /** Without a unit it is a name rather than an amount, such as a port. */
  private String number(FieldDescription field, long number) {
    if (field.unit() == Unit.NONE) {
      return Long.toString(number);
    }
    String amount = NumberFormat.getIntegerInstance(locale).format(number);
    return field.unit() == Unit.CALLS
        ? amount
        : amount + " " + Labels.in(locale).text("unit." + field.unit());
  }
}
