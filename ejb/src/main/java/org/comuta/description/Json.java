package org.comuta.description;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;

/** JSON values, from one provider that is looked up once. Any thread. */
public final class Json {
  private static final JsonProvider PROVIDER = JsonProvider.provider();

  private Json() {}

  public static JsonObjectBuilder object() {
    return PROVIDER.createObjectBuilder();
  }

  /** A builder that begins with the fields of this object. */
  public static JsonObjectBuilder object(JsonObject initial) {
    return PROVIDER.createObjectBuilder(initial);
  }

  public static JsonArrayBuilder array() {
    return PROVIDER.createArrayBuilder();
  }

  public static JsonValue value(String text) {
    return PROVIDER.createValue(text);
  }

  public static JsonValue value(long number) {
    return PROVIDER.createValue(BigDecimal.valueOf(number));
  }

  public static JsonValue value(boolean truth) {
    return truth ? JsonValue.TRUE : JsonValue.FALSE;
  }

  /** Reads an object; throws {@link jakarta.json.JsonException} when the text is none. */
  public static JsonObject parse(String text) {
    try (JsonReader reader = PROVIDER.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
