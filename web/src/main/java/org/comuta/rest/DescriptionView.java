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
import org.comuta.description.Labels;
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
      fields.add(field(description, field, locale));
    }
    return Json.createObjectBuilder()
        .add("kind", description.kind())
        .add("path", description.path())
        .add("label", description.label(locale))
        .add("pluralLabel", description.pluralLabel(locale))
        .add("help", description.help(locale))
        .add("fields", fields)
        .build();
  }

  private static JsonObject field(
      ObjectDescription<?> description, FieldDescription field, Locale locale) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("name", field.name())
            .add("label", description.label(field, locale))
            .add("section", field.section().name())
            .add("sectionLabel", Labels.in(locale).text("section." + field.section()))
            .add("expert", field.expert())
            .add("type", field.type().name())
            .add("list", field.list())
            .add("required", field.required())
            .add("secret", field.secret())
            .add("address", field.address())
            .add("default", field.defaultValue());
    if (field.type() == FieldType.NUMBER) {
      json.add("min", field.min()).add("max", field.max());
    }
    JsonArrayBuilder words = Json.createArrayBuilder();
    for (String choice : field.choices()) {
      words.add(
          Json.createObjectBuilder()
              .add("value", choice)
              .add("label", description.label(field, choice, locale))
              .add("help", description.help(field, choice, locale)));
    }
    JsonArrayBuilder dependencies = Json.createArrayBuilder();
    field.onlyWhen().forEach(one -> dependencies.add(JsonViews.object(one)));
    return json.add("maxLength", field.maxLength())
        .add("unit", field.unit().name())
        .add("syntax", field.syntax().name())
        .add("choices", JsonViews.value(field.choices()))
        .add("choiceTexts", words)
        .add("references", field.references())
        .add("onlyWhen", dependencies)
        .add("help", description.help(field, locale))
        .build();
  }
}
