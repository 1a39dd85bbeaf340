package org.comuta.configuration;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comuta.description.FieldDescription;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Problem;

/** Tells the objects whose fields have the values asked for. */
final class ObjectFilter {
  private final Map<String, String> wanted;
  private final Set<String> secrets;

  /** Throws when a field is not of this kind. */
  ObjectFilter(ObjectDescription<?> description, Map<String, String> wanted) {
    List<Problem> problems = new ArrayList<>();
    wanted.keySet().stream()
        .filter(field -> description.field(field).isEmpty())
        .sorted()
        .forEach(
            field -> {
              String message = "A " + description.kind() + " has no field " + field + ".";
              problems.add(new Problem(field, "unknown", message));
            });
    if (!problems.isEmpty()) {
      throw InvalidConfigurationException.of(description.kind(), "", problems);
    }
    this.wanted = wanted;
    this.secrets =
        description.fields().stream()
            .filter(FieldDescription::secret)
            .map(FieldDescription::name)
            .collect(Collectors.toUnmodifiableSet());
  }

  boolean accepts(SavedObject object) {
    return wanted.entrySet().stream()
        .allMatch(entry -> matches(value(object, entry.getKey()), entry.getValue()));
  }

  /** Nobody finds out a secret by asking for it. */
  private JsonValue value(SavedObject object, String field) {
    JsonValue value = object.value(field);
    return secrets.contains(field) ? SecretFields.mask(value) : value;
  }

  private static boolean matches(JsonValue value, String text) {
    return switch (value) {
      case JsonArray list -> list.stream().anyMatch(one -> matches(one, text));
      case JsonString string -> string.getString().equalsIgnoreCase(text);
      default -> value.toString().equalsIgnoreCase(text);
    };
  }
}
