package org.comuta.access;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comuta.description.Problem;

/** Access rules as JSON: what the API takes, and what is stored. */
public final class AccessRulesJson {
  private static final Set<String> LIST = Set.of("rules", "defaultAction");
  private static final Set<String> RULE = Set.of("action", "address", "services", "comment");

  private final List<Problem> problems;

  private AccessRulesJson(List<Problem> problems) {
    this.problems = problems;
  }

  /** Reads rules; what is wrong with their form is added to the problems. */
  public static AccessRules read(JsonObject body, List<Problem> problems) {
    AccessRulesJson reader = new AccessRulesJson(problems);
    reader.onlyKnown(body, LIST, "");
    List<AccessRule> rules = new ArrayList<>();
    switch (body.get("rules")) {
      case null -> {}
      case JsonArray array -> {
        for (int i = 0; i < array.size(); i++) {
          rules.add(reader.rule(array.get(i), "rules[" + i + "]"));
        }
      }
      default -> reader.problem("rules", "type", "must be a list");
    }
    Action otherwise = reader.word(body, "defaultAction", "", Action.class, Action.ALLOW);
    return new AccessRules(rules, otherwise);
  }

  private AccessRule rule(JsonValue value, String path) {
    if (!(value instanceof JsonObject rule)) {
      problem(path, "type", "must be an object");
      return new AccessRule(Action.DENY, "", List.of(), "");
    }
    String prefix = path + ".";
    onlyKnown(rule, RULE, prefix);
    if (!rule.containsKey("action")) {
      problem(prefix + "action", "required", "is required");
    }
    List<Service> services = new ArrayList<>();
    switch (rule.get("services")) {
      case null -> {}
      case JsonArray words ->
          words.forEach(
              word -> services.add(word(word, prefix + "services", Service.class, Service.PORTAL)));
      default -> problem(prefix + "services", "type", "must be a list");
    }
    return new AccessRule(
        word(rule, "action", prefix, Action.class, Action.DENY),
        text(rule, "address", prefix),
        services,
        text(rule, "comment", prefix));
  }

  private String text(JsonObject object, String name, String prefix) {
    JsonValue value = object.get(name);
    if (value == null || value instanceof JsonString) {
      return object.getString(name, "");
    }
    problem(prefix + name, "type", "must be a text");
    return "";
  }

  private <E extends Enum<E>> E word(
      JsonObject object, String name, String prefix, Class<E> type, E otherwise) {
    JsonValue value = object.get(name);
    return value == null ? otherwise : word(value, prefix + name, type, otherwise);
  }

  private <E extends Enum<E>> E word(JsonValue value, String field, Class<E> type, E otherwise) {
    for (E word : type.getEnumConstants()) {
      if (value instanceof JsonString text && word.name().equals(text.getString())) {
        return word;
      }
    }
    String words =
        Stream.of(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    problem(field, "choice", "must be one of " + words);
    return otherwise;
  }

  private void onlyKnown(JsonObject object, Set<String> known, String prefix) {
    for (String name : object.keySet()) {
      if (!known.contains(name)) {
        problems.add(
            new Problem(
                prefix + name, "unknown", "There is no field '" + prefix + name + "' here."));
      }
    }
  }

  private void problem(String field, String code, String what) {
    problems.add(new Problem(field, code, field + " " + what + "."));
  }

  /** What was stored. */
  static AccessRules parse(String stored) {
    try (JsonReader reader = Json.createReader(new StringReader(stored))) {
      return read(reader.readObject(), new ArrayList<>());
    }
  }

  /** What is stored, and what reads as the same rules. */
  static JsonObject write(AccessRules rules) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (AccessRule rule : rules.rules()) {
      JsonArrayBuilder services = Json.createArrayBuilder();
      rule.services().forEach(service -> services.add(service.name()));
      array.add(
          Json.createObjectBuilder()
              .add("action", rule.action().name())
              .add("address", rule.address())
              .add("services", services)
              .add("comment", rule.comment()));
    }
    return Json.createObjectBuilder()
        .add("rules", array)
        .add("defaultAction", rules.defaultAction().name())
        .build();
  }
}
