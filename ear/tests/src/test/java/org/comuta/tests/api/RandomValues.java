package org.comuta.tests.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.random.RandomGenerator;

/** Values for a schema: mostly such as it asks for, often at a bound, at times none of its kind. */
final class RandomValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Texts that have broken one program or another. */
  private static final List<String> HOSTILE =
      List.of(
          "",
          " ",
          "\u0000",
          "a\r\nX: y",
          "../../etc/passwd",
          "%00",
          "%",
          "' OR 1=1 --",
          "\"; DROP TABLE x",
          "<script>alert(1)</script>",
          "${jndi:ldap://x}",
          "#{1+1}",
          "*",
          "(a+)+$",
          "[",
          "\\",
          "𝕮omuta",
          "\uD800",
          "é".repeat(300),
          "x".repeat(70_000),
          "9".repeat(400),
          "-1",
          "NaN",
          "2026-02-30T25:61:00Z",
          "null",
          "********");

  private static final List<String> PLAIN =
      List.of(
          "first",
          "second",
          "third",
          "1",
          "0",
          "5060",
          "true",
          "192.0.2.7",
          "example.org",
          "^5511",
          "America/Manaus",
          "2026-01-31T08:00:00Z",
          "only-for-the-tests-1");

  private final Contract contract;
  private final RandomGenerator random;

  RandomValues(Contract contract, RandomGenerator random) {
    this.contract = contract;
    this.random = random;
  }

  /** Whether something with this chance, in percent, happens now. */
  boolean happens(int percent) {
    return random.nextInt(100) < percent;
  }

  String text() {
    return happens(70) ? pick(PLAIN) : pick(HOSTILE);
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A value for a parameter, as text. */
  String parameter(JsonNode schema) {
    JsonNode value = value(schema, 0);
    return value.isTextual() ? value.textValue() : value.toString();
  }

  JsonNode value(JsonNode given, int depth) {
    JsonNode schema = contract.resolve(given);
    if (happens(8)) {
      return anything(depth);
    }
    if (schema.has("enum") && happens(90)) {
      return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
    }
    return switch (type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "integer" -> JSON.numberNode(number(schema));
      case "number" -> JSON.numberNode(random.nextDouble() * 1000);
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      case "null" -> JSON.nullNode();
      case "string" -> JSON.textNode(happens(75) ? fitting(schema) : text());
      default -> anything(depth);
    };
  }

  /** A text such as the schema asks for, by the syntax that fields of ours name. */
  private String fitting(JsonNode schema) {
    return switch (schema.path("x-syntax").asText(schema.path("format").asText())) {
      case "NAME" -> pick(List.of("first", "second", "third"));
      case "HOST", "ADDRESS" -> "192.0.2." + random.nextInt(1, 255);
      case "HOST_PORT" -> "192.0.2.9:" + random.nextInt(1, 65_536);
      case "NUMBER_FILTER" -> pick(List.of("", "^55", "^48[0-9]{8}$"));
      case "NUMBER_REWRITE" -> pick(List.of("", "/^55(.*)$/0$1/"));
      case "RECORD_LINE" -> "${id};${startedAt}";
      case "MAIL_ADDRESS" -> "noc@example.com";
      case "PRIVATE_KEY" -> pick(List.of("", "no key"));
      case "TIME_ZONE" -> "America/Manaus";
      case "date-time" -> "2026-01-31T08:00:00Z";
      case "password" -> "only-for-the-tests-1";
      default -> pick(PLAIN);
    };
  }

  private String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray()
        ? type.get(random.nextInt(type.size())).textValue()
        : type.asText(schema.has("properties") ? "object" : "");
  }

  private long number(JsonNode schema) {
    long least = schema.path("minimum").asLong(0);
    long most = schema.path("maximum").asLong(100_000);
    return switch (random.nextInt(8)) {
      case 0 -> least;
      case 1 -> most;
      case 2 -> least - 1;
      case 3 -> most + 1;
      case 4 -> pick(List.of(Long.MIN_VALUE, Long.MAX_VALUE, (long) Integer.MAX_VALUE));
      default -> least >= most ? least : random.nextLong(least, most);
    };
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = JSON.objectNode();
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              if (isRequired(schema, property.getKey()) ? happens(95) : happens(40)) {
                object.set(property.getKey(), value(property.getValue(), depth + 1));
              }
            });
    if (happens(3)) {
      object.set("noSuchField", anything(depth));
    }
    return object;
  }

  private static boolean isRequired(JsonNode schema, String property) {
    for (JsonNode required : schema.path("required")) {
      if (required.textValue().equals(property)) {
        return true;
      }
    }
    return false;
  }

  private ArrayNode array(JsonNode schema, int depth) {
    ArrayNode array = JSON.arrayNode();
    int size = happens(2) ? 2_000 : random.nextInt(4);
    for (int i = 0; i < size; i++) {
      array.add(value(schema.path("items"), depth + 1));
    }
    return array;
  }

  private JsonNode anything(int depth) {
    return switch (random.nextInt(depth > 3 ? 5 : 7)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(true);
      case 2 -> JSON.numberNode(1e300);
      case 3 -> JSON.numberNode(random.nextInt());
      case 4 -> JSON.textNode(pick(HOSTILE));
      case 5 -> JSON.arrayNode().add(anything(depth + 1));
      default -> JSON.objectNode().set("a", anything(depth + 1));
    };
  }

  /** A text that is JSON only nearly. */
  String brokenJson(String json) {
    return switch (random.nextInt(6)) {
      case 0 -> "";
      case 1 -> json.substring(0, json.length() / 2);
      case 2 -> json + json;
      case 3 -> "[".repeat(20_000);
      case 4 -> json.replaceFirst(":", "::");
      default -> "\uFEFF" + json;
    };
  }
}
