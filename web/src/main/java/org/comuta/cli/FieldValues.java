package org.comuta.cli;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes the JSON of what was typed as {@code field=value}. What cannot be a value of its field
 * stays a text, which the API then refuses by the field's name.
 */
public final class FieldValues {
  private static final int LONGEST_NUMBER = 18;

  /** One that no backslash stands before. */
  private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");

  private FieldValues() {}

  /** An object with other values in some fields; a field with dots is in an object within. */
  public static JsonObject merged(
      JsonObject before, Subject subject, Map<String, List<String>> values) {
    JsonObject object = before;
    for (Map.Entry<String, List<String>> entry : values.entrySet()) {
      String name = entry.getKey();
      SubjectField field =
          subject
              .field(name)
              .orElse(SubjectField.plain(name, SubjectField.Type.TEXT, false, List.of()));
      object = with(object, name, value(field, entry.getValue()));
    }
    return object;
  }

  private static JsonObject with(JsonObject object, String name, JsonValue value) {
    int dot = name.indexOf('.');
    JsonObjectBuilder builder = Json.createObjectBuilder(object);
    if (dot < 0) {
      return builder.add(name, value).build();
    }
    String outer = name.substring(0, dot);
    JsonObject inner =
        object.get(outer) instanceof JsonObject there ? there : JsonValue.EMPTY_JSON_OBJECT;
    return builder.add(outer, with(inner, name.substring(dot + 1), value)).build();
  }

  /**
   * The value of a field: of a list, the elements of all that was given, between commas. A comma of
   * an element has a backslash before it.
   */
  static JsonValue value(SubjectField field, List<String> given) {
    if (!field.list()) {
      if (given.size() > 1) {
        throw CommandException.misused("twice", field.name());
      }
      return single(field, given.getFirst());
    }
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (String text : given) {
      for (String element : COMMA.split(text, -1)) {
        if (!element.isBlank()) {
          array.add(single(field, element.strip().replace("\\,", ",")));
        }
      }
    }
    return array.build();
  }

  private static JsonValue single(SubjectField field, String text) {
    return switch (field.type()) {
      case TEXT -> Json.createValue(text);
      case CHOICE -> text.isEmpty() ? JsonValue.NULL : Json.createValue(text);
      case BOOLEAN ->
          switch (text) {
            case "true" -> JsonValue.TRUE;
            case "false" -> JsonValue.FALSE;
            case "" -> JsonValue.NULL;
            default -> Json.createValue(text);
          };
      case NUMBER ->
          text.isEmpty()
              ? JsonValue.NULL
              : text.length() <= LONGEST_NUMBER && text.matches("-?[0-9]+")
                  ? Json.createValue(Long.parseLong(text))
                  : Json.createValue(text);
    };
  }
}
