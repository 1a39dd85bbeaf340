package org.comuta.tests.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The server's OpenAPI document: its operations, and whether an answer is as it says. */
final class Contract {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)[^}]*}");
  private final JsonNode document;
  private final JsonSchemaFactory schemas =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  Contract(String text) {
    document = read(text);
  }

  /**
   * One method of one path.
   *
   * @param path with its variables in braces
   * @param parameters as the document has them, those of the path too
   * @param bodies the media types of a body and their schemas; empty when there is none
   */
  record Operation(
      String method, String path, List<JsonNode> parameters, JsonNode bodies, JsonNode responses) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .forEach(
                        method ->
                            operations.add(
                                operation(path.getKey(), path.getValue(), method.getKey()))));
    return operations;
  }

  private static Operation operation(String path, JsonNode item, String method) {
    JsonNode operation = item.get(method);
    List<JsonNode> parameters = new ArrayList<>();
    item.path("parameters").forEach(parameters::add);
    operation.path("parameters").forEach(parameters::add);
    return new Operation(
        method.toUpperCase(java.util.Locale.ROOT),
        path,
        parameters,
        operation.path("requestBody").path("content"),
        operation.path("responses"));
  }

  /** Variables of the path that no parameter tells of. */
  static List<String> undescribed(Operation operation) {
    Set<String> described =
        operation.parameters().stream()
            .map(parameter -> parameter.get("name").textValue())
            .collect(Collectors.toSet());
    return VARIABLE
        .matcher(operation.path())
        .results()
        .map(variable -> variable.group(1))
        .filter(name -> !described.contains(name))
        .map(name -> operation + ": " + name)
        .toList();
  }

  /** A schema, with its reference followed. */
  JsonNode resolve(JsonNode schema) {
    JsonNode reference = schema.get("$ref");
    return reference == null ? schema : document.at(reference.asText().substring(1));
  }

  /** What of an answer the document does not say; empty when all is said. */
  String undocumented(Operation operation, int status, String mediaType, String body) {
    JsonNode response = operation.responses().path(String.valueOf(status));
    if (response.isMissingNode()) {
      if (status < 400) {
        return "status " + status;
      }
      response = operation.responses().path("default");
    }
    JsonNode content = response.path("content");
    if (content.isMissingNode() || content.isEmpty()) {
      return body.isEmpty() ? "" : "a body with status " + status;
    }
    JsonNode schema = content.path(mediaType).path("schema");
    if (schema.isMissingNode()) {
      return "media type " + mediaType + " with status " + status;
    }
    return mediaType.endsWith("json") ? violations(schema, body) : "";
  }

  private String violations(JsonNode schema, String body) {
    // The schema stands in the document, so that its references are found.
    com.fasterxml.jackson.databind.node.ObjectNode whole = schema.deepCopy();
    whole.set("components", document.get("components"));
    JsonSchema validator = schemas.getSchema(whole);
    var problems = validator.validate(read(body));
    return problems.isEmpty() ? "" : problems.toString();
  }

  static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
