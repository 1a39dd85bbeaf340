package org.comuta.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import org.comuta.description.FieldDescription;
import org.comuta.description.FieldType;
import org.comuta.description.Help;
import org.comuta.description.ObjectDescription;

/** Descriptions of configuration objects as JSON, for programs that build forms of them. */
final class DescriptionView {
  private DescriptionView() {}

  /** The first language of these that help is written in; English when none is. */
  static Locale locale(List<Locale> acceptable) {
    return acceptable.stream()
        .filter(wanted -> Help.in(wanted).locale().getLanguage().equals(wanted.getLanguage()))
        .map(wanted -> Help.in(wanted).locale())
        .findFirst()
        .orElse(Locale.ENGLISH);
  }

  static JsonObject of(ObjectDescription<?> description, Locale locale) {
    JsonArrayBuilder fields = Json.createArrayBuilder();
    for (FieldDescription field : description.fields()) {
      fields.add(field(field, description.help(field, locale)));
    }
    return Json.createObjectBuilder()
        .add("kind", description.kind())
        .add("path", description.path())
        .add("help", description.help(locale))
        .add("fields", fields)
        .build();
  }

  private static JsonObject field(FieldDescription field, String help) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("name", field.name())
            .add("type", field.type().name())
            .add("list", field.list())
            .add("required", field.required())
            .add("default", field.defaultValue());
    if (field.type() == FieldType.NUMBER) {
      json.add("min", field.min()).add("max", field.max());
    }
    json.add("maxLength", field.maxLength())
        .add("unit", field.unit().name())
        .add("syntax", field.syntax().name())
        .add("choices", JsonViews.value(field.choices()))
        .add("references", field.references());
    return json.add("help", help).build();
  }
}
