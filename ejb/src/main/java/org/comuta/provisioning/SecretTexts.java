package org.comuta.provisioning;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.List;
import org.comuta.description.FieldDescription;
import org.comuta.description.Json;
import org.comuta.description.ObjectDescription;
import org.comuta.secret.Secret;

/** The secret fields of objects on their way to a file. */
final class SecretTexts {
  private SecretTexts() {}

  /** The fields that are secret. */
  static List<FieldDescription> of(ObjectDescription<?> description) {
    return description.fields().stream().filter(FieldDescription::secret).toList();
  }

  /** Whether the object has this secret, as a text that is not its mask only. */
  static boolean isThere(JsonObject body, FieldDescription field) {
    return body.get(field.name()) instanceof JsonString text
        && !text.getString().isEmpty()
        && !text.getString().equals(Secret.MASK);
  }

  /** The object as anybody may see it. */
  static JsonObject masked(ObjectDescription<?> description, JsonObject body) {
    JsonObjectBuilder masked = Json.object(body);
    of(description).stream()
        .filter(field -> isThere(body, field))
        .forEach(field -> masked.add(field.name(), Secret.MASK));
    return masked.build();
  }
}
