package org.comuta.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import org.comuta.description.Problem;

/**
 * Reads the JSON object (RFC 8259) of a request, strictly: one object, no name twice, no deep
 * nesting, no monstrous numbers, nothing after it. Any thread.
 */
final class JsonBody {
  private static final String TYPE = "malformed-json";
  private static final int DEEPEST = 16;
  private static final int LONGEST_NUMBER = 32;

  private final JsonParser parser;

  private JsonBody(JsonParser parser) {
    this.parser = parser;
  }

  /** The object in these octets (UTF-8). */
  static JsonObject parse(byte[] octets) {
    try (JsonParser parser =
        Json.createParserFactory(null)
            .createParser(new ByteArrayInputStream(octets), StandardCharsets.UTF_8)) {
      return new JsonBody(parser).document();
    } catch (JsonParsingException malformed) {
      throw malformed(malformed.getLocation(), "it is not JSON");
    } catch (JsonException | NoSuchElementException | IllegalStateException malformed) {
      throw ApiProblem.badRequest(TYPE, "The body is not a JSON object in UTF-8.");
    }
  }

  private JsonObject document() {
    if (!parser.hasNext() || parser.next() != JsonParser.Event.START_OBJECT) {
      throw malformed(parser.getLocation(), "it is not an object");
    }
    JsonObject document = object("", 1);
    if (parser.hasNext()) {
      parser.next();
      throw malformed(parser.getLocation(), "something follows the object");
    }
    return document;
  }

  private JsonObject object(String path, int depth) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    Set<String> names = new HashSet<>();
    while (true) {
      JsonParser.Event event = parser.next();
      if (event == JsonParser.Event.END_OBJECT) {
        return object.build();
      }
      String name = parser.getString();
      String field = path.isEmpty() ? name : path + "." + name;
      if (!names.add(name)) {
        throw malformed(
            parser.getLocation(),
            "the name is there twice",
            new Problem(field, "duplicate", field + " is given twice."));
      }
      object.add(name, value(parser.next(), field, depth));
    }
  }

  private JsonValue array(String path, int depth) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    while (true) {
      JsonParser.Event event = parser.next();
      if (event == JsonParser.Event.END_ARRAY) {
        return array.build();
      }
      array.add(value(event, path, depth));
    }
  }

  private JsonValue value(JsonParser.Event event, String path, int depth) {
    return switch (event) {
      case START_OBJECT -> object(path, deeper(depth));
      case START_ARRAY -> array(path, deeper(depth));
      case VALUE_STRING -> text(path);
      case VALUE_NUMBER -> number(path);
      case VALUE_TRUE -> JsonValue.TRUE;
      case VALUE_FALSE -> JsonValue.FALSE;
      case VALUE_NULL -> JsonValue.NULL;
      case KEY_NAME, END_OBJECT, END_ARRAY -> throw malformed(parser.getLocation(), "it is broken");
    };
  }

  private JsonString text(String path) {
    String text = parser.getString();
    if (text.indexOf('\0') >= 0) {
      throw malformed(
          parser.getLocation(),
          "a text has a NUL in it",
          new Problem(path, "syntax", path + " must not have a NUL in it."));
    }
    return Json.createValue(text);
  }

  private JsonNumber number(String path) {
    String digits = parser.getString();
    if (digits.length() > LONGEST_NUMBER || digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0) {
      throw malformed(
          parser.getLocation(),
          "a number is too long or has an exponent",
          new Problem(path, "range", path + " is a number no field takes."));
    }
    return Json.createValue(parser.getBigDecimal());
  }

  private int deeper(int depth) {
    if (depth == DEEPEST) {
      throw malformed(parser.getLocation(), "it is nested deeper than " + DEEPEST);
    }
    return depth + 1;
  }

  private static ApiProblem malformed(JsonLocation location, String what) {
    return ApiProblem.badRequest(TYPE, at(location, what));
  }

  private static ApiProblem malformed(JsonLocation location, String what, Problem error) {
    return ApiProblem.of(
        400,
        TYPE,
        "Bad request",
        at(location, what),
        Json.createArrayBuilder().add(ApiProblem.error(error)).build());
  }

  private static String at(JsonLocation location, String what) {
    return "The body cannot be read at line %d, column %d: %s."
        .formatted(location.getLineNumber(), location.getColumnNumber(), what);
  }
}
