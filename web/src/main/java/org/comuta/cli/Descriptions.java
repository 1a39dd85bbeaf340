package org.comuta.cli;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.comuta.cli.Subject.Verb;

/** Reads the kinds of the configuration from {@code configuration/descriptions}. */
final class Descriptions {
  private static final Set<Verb> VERBS =
      EnumSet.of(Verb.LIST, Verb.READ, Verb.CREATE, Verb.REPLACE, Verb.DELETE);

  private Descriptions() {}

  static Subject kind(JsonObject kind) {
    List<SubjectField> fields =
        kind.getJsonArray("fields").getValuesAs(JsonObject.class).stream()
            .map(Descriptions::field)
            .toList();
    return new Subject(
        kind.getString("path"),
        kind.getString("kind"),
        kind.getString("label"),
        kind.getString("help"),
        true,
        VERBS,
        fields,
        fields);
  }

  private static SubjectField field(JsonObject field) {
    JsonArray choices =
        field.get("choiceTexts") instanceof JsonArray texts ? texts : JsonValue.EMPTY_JSON_ARRAY;
    return new SubjectField(
        field.getString("name"),
        field.getString("label", field.getString("name")),
        field.getString("help", ""),
        SubjectField.Type.valueOf(field.getString("type")),
        field.getBoolean("list", false),
        field.getBoolean("required", false),
        field.getBoolean("secret", false),
        field.getBoolean("expert", false),
        choices.getValuesAs(JsonObject.class).stream()
            .map(one -> new SubjectField.Choice(one.getString("value"), one.getString("help")))
            .toList(),
        field.get("references") instanceof JsonString kind ? kind.getString() : "",
        field.getOrDefault("default", JsonValue.NULL));
  }
}
