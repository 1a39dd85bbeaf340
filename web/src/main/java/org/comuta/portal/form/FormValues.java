package org.comuta.portal.form;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comuta.description.FieldDescription;
import org.comuta.description.Json;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Syntax;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the controls of a form: a truth value for a switch, a list of words for several
 * choices, a text for everything else. What is typed is judged by the configuration alone, so that
 * portal and API say the same. Confined to one view.
 */
public final class FormValues implements Serializable {
  private static final long serialVersionUID = 1L;

  /** End of the name of the control that takes a secret away. */
  private static final String NONE = "_none";

  private final HashMap<String, @Nullable Object> values = new HashMap<>();

  /** For the controls, by the names of fields. */
  public Map<String, @Nullable Object> map() {
    return values;
  }

  /** Shows this object. */
  public void show(ObjectDescription<?> description, JsonObject body) {
    description.fields().forEach(field -> show(field, body.get(field.name())));
  }

  /** Shows this value. */
  void show(FieldDescription field, @Nullable JsonValue value) {
    JsonValue shown = value == null ? field.defaultValue() : value;
    values.put(
        field.name(),
        switch (Control.of(field)) {
          case SWITCH -> JsonValue.TRUE.equals(shown);
          case CHOICES -> new ArrayList<>(texts(shown));
          case LINES -> String.join("\n", texts(shown));
          case NUMBERS -> String.join(", ", texts(shown));
          case SECRET -> "";
          case TEXT, LONG_TEXT, NUMBER, CHOICE, REFERENCE, TIME_ZONE -> text(shown);
        });
  }

  /** Shows a new object: what has a default is left to it where it can be read beside. */
  public void showNew(ObjectDescription<?> description) {
    for (FieldDescription field : description.fields()) {
      show(field, null);
      switch (Control.of(field)) {
        case TEXT, LONG_TEXT, NUMBER, TIME_ZONE, SECRET, REFERENCE -> values.put(field.name(), "");
        case SWITCH, CHOICE, CHOICES, LINES, NUMBERS -> {}
      }
    }
  }

  private static List<String> texts(JsonValue value) {
    return value instanceof JsonArray list
        ? list.stream().map(FormValues::text).toList()
        : List.of();
  }

  private static String text(JsonValue value) {
    return switch (value) {
      case JsonString text -> text.getString();
      default -> value.getValueType() == JsonValue.ValueType.NULL ? "" : value.toString();
    };
  }

  /** What is to be saved, as the API would be told; what is left empty takes its default. */
  public JsonObject body(ObjectDescription<?> description) {
    JsonObjectBuilder body = Json.object();
    for (FieldDescription field : description.fields()) {
      JsonValue value = value(field);
      if (value != null) {
        body.add(field.name(), value);
      }
    }
    return body.build();
  }

  private @Nullable JsonValue value(FieldDescription field) {
    Object value = values.get(field.name());
    return switch (Control.of(field)) {
      case SWITCH -> Json.value(Boolean.TRUE.equals(value));
      case CHOICES -> array(words(value).map(Json::value));
      case LINES -> array(split(typed(value), "\\R").map(Json::value));
      case NUMBERS -> array(split(typed(value), "[,;\\s]+").map(FormValues::number));
      case NUMBER -> typed(value).isEmpty() ? null : number(typed(value));
      case LONG_TEXT -> {
        // Blanks at its ends may be meant; a line break never is, but in certificates.
        String text =
            field.syntax() == Syntax.CERTIFICATES
                ? typed(value)
                : value == null ? "" : value.toString().replaceAll("\\R", "");
        yield text.isEmpty() ? null : Json.value(text);
      }
      // Not given again, a secret is kept; an empty text takes it away.
      case SECRET ->
          Boolean.TRUE.equals(values.get(field.name() + NONE))
              ? Json.value("")
              : typed(value).isEmpty() ? null : Json.value(typed(value));
      case TEXT, CHOICE, REFERENCE, TIME_ZONE ->
          typed(value).isEmpty() ? null : Json.value(typed(value));
    };
  }

  private static String typed(@Nullable Object value) {
    return value == null ? "" : value.toString().strip();
  }

  private static Stream<String> words(@Nullable Object value) {
    return switch (value) {
      case Collection<?> words -> words.stream().map(String::valueOf);
      case Object[] words -> Arrays.stream(words).map(String::valueOf);
      case null, default -> Stream.empty();
    };
  }

  private static Stream<String> split(String text, String separator) {
    return Arrays.stream(text.split(separator, -1))
        .map(String::strip)
        .filter(one -> !one.isEmpty());
  }

  /** What is no whole number stays a text, which the configuration refuses by the field's name. */
  private static JsonValue number(String text) {
    return text.matches("[+-]?[0-9]{1,18}") ? Json.value(Long.parseLong(text)) : Json.value(text);
  }

  private static JsonValue array(Stream<JsonValue> elements) {
    JsonArrayBuilder array = Json.array();
    elements.collect(Collectors.toList()).forEach(array::add);
    return array.build();
  }
}
