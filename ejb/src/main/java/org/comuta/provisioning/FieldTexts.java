package org.comuta.provisioning;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.comuta.description.FieldDescription;
import org.comuta.description.Json;

/**
 * Turns what a file says of a field, always a text, into the JSON that the API would take. What
 * cannot be so stays a text, which the field's own check then refuses by name.
 */
final class FieldTexts {
  private static final int LONGEST_NUMBER = 18;

  private FieldTexts() {}

  static JsonValue list(FieldDescription field, List<String> texts) {
    JsonArrayBuilder list = Json.array();
    texts.forEach(text -> list.add(single(field, text)));
    return list.build();
  }

  static JsonValue single(FieldDescription field, String text) {
    return switch (field.type()) {
      case TEXT, CHOICE -> Json.value(text);
      case BOOLEAN -> truth(text);
      case NUMBER ->
          text.length() <= LONGEST_NUMBER && text.matches("-?[0-9]+")
              ? Json.value(Long.parseLong(text))
              : Json.value(text);
    };
  }

  private static JsonValue truth(String text) {
    if (text.equalsIgnoreCase("true")) {
      return JsonValue.TRUE;
    }
    return text.equalsIgnoreCase("false") ? JsonValue.FALSE : Json.value(text);
  }
}
