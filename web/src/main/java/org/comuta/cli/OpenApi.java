package org.comuta.cli;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.comuta.cli.Subject.Verb;

/** Reads what there is besides the configuration's kinds from the OpenAPI document. */
final class OpenApi {
  private static final String BASE = "/api/v1/";
  private static final Set<String> NO_FILTERS = Set.of("page", "size");

  private final JsonObject paths;

  private OpenApi(JsonObject document) {
    this.paths = object(document, "paths");
  }

  static List<Subject> subjects(JsonObject document) {
    OpenApi api = new OpenApi(document);
    return api.paths.keySet().stream()
        .filter(path -> path.startsWith(BASE) && path.indexOf('{') < 0)
        .map(path -> path.substring(BASE.length()))
        .filter(path -> api.paths.getJsonObject(BASE + path).containsKey("get"))
        .map(api::subject)
        .toList();
  }

  private Subject subject(String path) {
    JsonObject all = paths.getJsonObject(BASE + path);
    JsonObject one = one(path);
    JsonObject get = object(all, "get");
    boolean list = parameters(get).stream().anyMatch(p -> p.getString("name", "").equals("page"));
    EnumSet<Verb> verbs = EnumSet.of(list ? Verb.LIST : Verb.READ_SINGLE);
    add(verbs, Verb.CREATE, list && all.containsKey("post"));
    add(verbs, Verb.REPLACE_SINGLE, !list && all.containsKey("put"));
    add(verbs, Verb.READ, one.containsKey("get"));
    add(verbs, Verb.REPLACE, one.containsKey("put"));
    add(verbs, Verb.DELETE, one.containsKey("delete"));
    JsonObject written = body(all.containsKey("put") ? object(all, "put") : object(one, "put"));
    if (written.isEmpty() && list) {
      written = body(object(all, "post"));
    }
    List<SubjectField> fields = new ArrayList<>();
    addFields(fields, "", written);
    String summary = get.getString("summary", "");
    return new Subject(path, singular(path), path, summary, false, verbs, fields, filters(get));
  }

  /** The path of one of a list: the list's with one parameter behind it. */
  private JsonObject one(String path) {
    return paths.keySet().stream()
        .filter(other -> other.matches("\\Q" + BASE + path + "\\E/\\{[^/]*}"))
        .findFirst()
        .map(paths::getJsonObject)
        .orElse(JsonValue.EMPTY_JSON_OBJECT);
  }

  private static List<SubjectField> filters(JsonObject get) {
    JsonObject items = object(object(object(answer(get), "properties"), "items"), "items");
    JsonObject properties = object(items, "properties");
    return parameters(get).stream()
        .filter(one -> one.getString("in", "").equals("query"))
        .filter(one -> !NO_FILTERS.contains(one.getString("name")))
        .map(
            one -> {
              String name = one.getString("name");
              JsonObject schema =
                  properties.containsKey(name) ? object(properties, name) : object(one, "schema");
              return SubjectField.plain(name, type(schema), false, words(schema));
            })
        .toList();
  }

  private static void addFields(List<SubjectField> fields, String prefix, JsonObject schema) {
    object(schema, "properties")
        .forEach(
            (name, value) -> {
              JsonObject property = value.asJsonObject();
              if (property.containsKey("properties")) {
                addFields(fields, prefix + name + ".", property);
                return;
              }
              boolean list = isOf(property, "array");
              JsonObject single = list ? object(property, "items") : property;
              fields.add(SubjectField.plain(prefix + name, type(single), list, words(single)));
            });
  }

  private static JsonObject answer(JsonObject operation) {
    return json(object(object(operation, "responses"), "200"));
  }

  private static JsonObject body(JsonObject operation) {
    return json(object(operation, "requestBody"));
  }

  private static JsonObject json(JsonObject body) {
    return object(object(object(body, "content"), "application/json"), "schema");
  }

  private static List<JsonObject> parameters(JsonObject operation) {
    return operation.get("parameters") instanceof JsonArray parameters
        ? parameters.getValuesAs(JsonObject.class)
        : List.of();
  }

  private static List<String> words(JsonObject schema) {
    return schema.get("enum") instanceof JsonArray words
        ? words.stream()
            .filter(JsonString.class::isInstance)
            .map(word -> ((JsonString) word).getString())
            .toList()
        : List.of();
  }

  private static SubjectField.Type type(JsonObject schema) {
    if (isOf(schema, "boolean")) {
      return SubjectField.Type.BOOLEAN;
    }
    return isOf(schema, "integer") || isOf(schema, "number")
        ? SubjectField.Type.NUMBER
        : SubjectField.Type.TEXT;
  }

  /** A type is one word, or several of which one is null. */
  private static boolean isOf(JsonObject schema, String type) {
    return switch (schema.get("type")) {
      case null -> false;
      case JsonString word -> word.getString().equals(type);
      case JsonArray words ->
          words.stream().anyMatch(one -> one instanceof JsonString w && w.getString().equals(type));
      default -> false;
    };
  }

  private static String singular(String path) {
    if (path.endsWith("ies")) {
      return path.substring(0, path.length() - 3) + "y";
    }
    return path.endsWith("s") && !path.endsWith("ss") ? path.substring(0, path.length() - 1) : path;
  }

  private static JsonObject object(JsonObject in, String name) {
    return in.get(name) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
  }

  private static void add(Set<Verb> verbs, Verb verb, boolean can) {
    if (can) {
      verbs.add(verb);
    }
  }
}
