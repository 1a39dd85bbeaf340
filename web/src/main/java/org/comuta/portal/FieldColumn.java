package org.comuta.portal;

import jakarta.json.JsonValue;
import org.comuta.configuration.StoredObject;
import org.comuta.description.FieldDescription;
import org.comuta.description.FieldType;
import org.comuta.description.ObjectDescription;

/** One field of a configuration object as people read it, in one language. */
public final class FieldColumn {
  private final FieldDescription field;
  private final FieldText texts;
  private final String label;
  private final String help;

  FieldColumn(ObjectDescription<?> description, FieldDescription field, Language language) {
    this.field = field;
    this.texts = new FieldText(description, language.getLocale());
    this.label = description.label(field, language.getLocale());
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
    return texts.of(field, value(object));
  }

  private JsonValue value(StoredObject object) {
    return object.body().getOrDefault(field.name(), JsonValue.NULL);
  }
}
