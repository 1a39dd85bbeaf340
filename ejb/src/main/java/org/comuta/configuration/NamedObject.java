package org.comuta.configuration;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.comuta.description.Json;
import org.comuta.description.ObjectDescription;
import org.comuta.description.Parsed;
import org.comuta.description.Problem;

/** Objects as they are given by name: the name needs not stand in their fields once more. */
public final class NamedObject {
  private NamedObject() {}

  /**
   * Reads the fields of the object of this name.
   *
   * @throws InvalidConfigurationException a field is wrong, or they have another name
   */
  public static <T> T parse(ObjectDescription<T> description, String name, JsonObject body) {
    JsonValue given = body.getOrDefault("name", JsonValue.NULL);
    JsonObject named =
        given.getValueType() == JsonValue.ValueType.NULL
            ? Json.object(body).add("name", name).build()
            : body;
    Parsed<T> parsed = description.parse(named);
    T object = parsed.object();
    if (object == null) {
      throw InvalidConfigurationException.of(description.kind(), name, parsed.problems());
    }
    if (!description.name(object).equals(name)) {
      String message = "name is another one than the object's, " + name + "; copy it instead.";
      Problem other = new Problem("name", "conflict", message);
      throw InvalidConfigurationException.of(description.kind(), name, List.of(other));
    }
    return object;
  }
}
