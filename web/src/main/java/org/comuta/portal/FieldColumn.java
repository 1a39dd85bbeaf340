package org.comuta.portal;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.text.NumberFormat;
import java.util.stream.Collectors;
import org.comuta.configuration.StoredObject;
import org.comuta.description.FieldDescription;
import org.comuta.description.FieldType;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Unit;

/** One field of a configuration object as people read it, in one language. */
public final class FieldColumn {
  private static final String NOTHING = "–";

  private final FieldDescription field;
  private final Language language;
  private final String label;
  private final String help;

  FieldColumn(ObjectDescription<?> description, FieldDescription field, Language language) {
    this.field = field;
    this.language = language;
    this.label = language.textOrKey(description.kind() + "." + field.name());
    this.help = description.help(field, language.getLocale());
  }

  public String getLabel() {
    return label;
  }

  public String getHelp() {
    return help;
  }

  /** Numbers and yes or no take little room. */
  public String getStyleClass() {
    return switch (field.type()) {
      case BOOLEAN, NUMBER, CHOICE -> "c-narrow";
      case TEXT -> "c-text";
    };
  }

  /** How the value stands out. */
  public String cellClass(StoredObject object) {
    if (field.type() == FieldType.BOOLEAN) {
      return JsonValue.TRUE.equals(value(object)) ? "yes" : "no";
    }
    return field.name().equals("name") ? "strong" : "";
  }

  /** The value. */
  public String text(StoredObject object) {
    return text(value(object));
  }

  private JsonValue value(StoredObject object) {
    return object.body().getOrDefault(field.name(), JsonValue.NULL);
  }

  private String text(JsonValue value) {
    return switch (value) {
      case JsonArray list when list.isEmpty() -> NOTHING;
      case JsonArray list -> list.stream().map(this::text).collect(Collectors.joining(", "));
      case JsonString text -> text.getString().isEmpty() ? NOTHING : text.getString();
      case JsonNumber number -> number(number.longValue());
      default ->
          switch (value.getValueType()) {
            case TRUE -> language.text("yes");
            case FALSE -> language.text("no");
            default -> NOTHING;
          };
    };
  }

  /** Without a unit it is a name rather than an amount, such as a port. */
  private String number(long number) {
    if (field.unit() == Unit.NONE) {
      return Long.toString(number);
    }
    String amount = NumberFormat.getIntegerInstance(language.getLocale()).format(number);
    String unit = language.textOrKey("unit." + field.unit());
    return unit.isEmpty() ? amount : amount + " " + unit;
  }
}
