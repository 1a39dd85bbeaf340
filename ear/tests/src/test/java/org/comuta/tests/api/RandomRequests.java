package org.comuta.tests.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comuta.tests.api.Contract.Operation;

/** Requests for an operation, made of what its description says. */
final class RandomRequests {
  private final Contract contract;
  private final RandomValues values;

  RandomRequests(Contract contract, RandomValues values) {
    this.contract = contract;
    this.values = values;
  }

  /**
   * @param headers pairs of name and value
   */
  record Request(String method, String path, List<String> headers, String body) {
    @Override
    public String toString() {
      String shown = body.length() > 500 ? body.substring(0, 500) + "…" : body;
      return method + " " + path + " " + headers + "\n" + shown;
    }
  }

  Request of(Operation operation) {
    String path = operation.path().replaceAll("\\{(\\w+):[^/]*}", "{$1}");
    StringBuilder query = new StringBuilder();
    List<String> headers = new ArrayList<>();
    for (JsonNode parameter : operation.parameters()) {
      String name = parameter.get("name").textValue();
      JsonNode schema = parameter.path("schema");
      switch (parameter.get("in").textValue()) {
        case "path" -> path = path.replace("{" + name + "}", encoded(nameOrAnything()));
        case "query" -> {
          if (values.happens(25)) {
            query.append('&').append(name).append('=');
            query.append(encoded(values.parameter(schema)));
          }
        }
        default -> {
          if (values.happens(20)) {
            headers.addAll(List.of(name, printable(values.parameter(schema))));
          }
        }
      }
    }
    path = path.replaceAll("\\{\\w+}", "first");
    if (values.happens(5)) {
      query.append("&noSuchParameter=1");
    }
    String body = "";
    if (!operation.bodies().isEmpty()) {
      List<Map.Entry<String, JsonNode>> types = List.copyOf(operation.bodies().properties());
      Map.Entry<String, JsonNode> type = values.pick(types);
      headers.addAll(
          List.of("Content-Type", values.happens(97) ? type.getKey() : "application/xml"));
      body = body(type.getKey(), type.getValue().path("schema"));
    }
    String whole = query.isEmpty() ? path : path + "?" + query.substring(1);
    return new Request(operation.method(), whole, headers, body);
  }

  private String nameOrAnything() {
    String text = values.happens(75) ? values.pick(List.of("first", "second", "1")) : values.text();
    // A dot alone is resolved by every client, an empty name is another path, and none is endless.
    return text.isEmpty() || text.length() > 2_000 ? "nobody" : text;
  }

  private String body(String mediaType, JsonNode schema) {
    if (!mediaType.endsWith("json")) {
      return values.text() + "\n" + values.text() + ": " + values.text();
    }
    String json = values.value(contract.resolve(schema), 0).toString();
    return values.happens(5) ? values.brokenJson(json) : json;
  }

  private static String encoded(String text) {
    String bounded = text.length() > 2_000 ? text.substring(0, 2_000) : text;
    return URLEncoder.encode(bounded, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A client refuses to send anything else in a header. */
  private static String printable(String text) {
    return text.codePoints()
        .filter(c -> c >= ' ' && c < 127)
        .limit(200)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
