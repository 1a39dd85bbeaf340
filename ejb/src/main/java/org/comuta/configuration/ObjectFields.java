package org.comuta.configuration;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comuta.description.FieldDescription;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Problem;
import org.comuta.listing.Order;
import org.comuta.listing.Selection;
import org.jspecify.annotations.Nullable;

/** The fields of saved objects of one kind, for selections. Immutable; any thread. */
final class ObjectFields implements Selection.Fields<Map.Entry<String, SavedObject>> {
  private final Set<String> secrets;

  /** Throws when the selection names a field that is not of this kind. */
  ObjectFields(ObjectDescription<?> description, Selection selection) {
    List<Problem> problems = new ArrayList<>();
    selection.conditions().keySet().stream()
        .filter(field -> description.field(field).isEmpty())
        .sorted()
        .forEach(field -> problems.add(unknown(field, field, description)));
    Stream.ofNullable(selection.order())
        .map(Order::field)
        .filter(field -> description.field(field).isEmpty())
        .forEach(field -> problems.add(unknown("sort", field, description)));
    if (!problems.isEmpty()) {
      throw InvalidConfigurationException.of(description.kind(), "", problems);
    }
    this.secrets =
        description.fields().stream()
            .filter(FieldDescription::secret)
            .map(FieldDescription::name)
            .collect(Collectors.toUnmodifiableSet());
  }

  private static Problem unknown(String at, String field, ObjectDescription<?> description) {
    return new Problem(at, "unknown", "A " + description.kind() + " has no field " + field + ".");
  }

  /** Nobody finds out a secret by asking for it. */
  @Override
  public @Nullable Object value(Map.Entry<String, SavedObject> object, String field) {
    JsonValue value = object.getValue().value(field);
    return plain(secrets.contains(field) ? SecretFields.mask(value) : value);
  }

  private static @Nullable Object plain(JsonValue value) {
    return switch (value) {
      case JsonArray list -> list.stream().map(ObjectFields::plain).toList();
      case JsonString text -> text.getString();
      case JsonNumber number -> number.bigDecimalValue();
      default ->
          switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            case ARRAY, OBJECT, STRING, NUMBER, NULL -> null;
          };
    };
  }
}
