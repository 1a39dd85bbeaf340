package org.comuta.cli;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The API as the one who signed in may use it. One thread. */
public interface Api {
  /**
   * A request.
   *
   * @param path below {@code /api/v1}, as its words are, not encoded
   * @param query names and values
   * @param body null for none
   * @param ifMatch entity tag that must still count; null for whatever there is
   * @param byItself whether nobody asked for it: a live view that goes on
   */
  record Request(
      String method,
      List<String> path,
      List<Parameter> query,
      @Nullable JsonObject body,
      @Nullable String ifMatch,
      boolean byItself) {
    /** Asks for what is at a path. */
    public static Request get(List<String> path, List<Parameter> query) {
      return new Request("GET", path, query, null, null, false);
    }

    /** Asks for what is at a path. */
    public static Request get(String... path) {
      return get(List.of(path), List.of());
    }

    /** Anything else. */
    public static Request of(String method, List<String> path, @Nullable JsonObject body) {
      return new Request(method, path, List.of(), body, null, false);
    }

    /** The same with one more parameter, unless it is null. */
    public Request with(String name, @Nullable String value) {
      if (value == null) {
        return this;
      }
      List<Parameter> more = new ArrayList<>(query);
      more.add(new Parameter(name, value));
      return new Request(method, path, List.copyOf(more), body, ifMatch, byItself);
    }

    /** The same, when nobody was faster. */
    public Request onlyWhen(@Nullable String tag) {
      return new Request(method, path, query, body, tag, byItself);
    }

    /** The same, asked by nobody. */
    public Request again() {
      return new Request(method, path, query, body, ifMatch, true);
    }
  }

  /** One parameter of a query. */
  record Parameter(String name, String value) {}

  /**
   * What was answered.
   *
   * @param body null when there is none, or none in JSON
   * @param tag entity tag; null for none
   * @param text the body as it came
   */
  record Answer(int status, @Nullable JsonValue body, @Nullable String tag, String text) {
    /** The object that was answered. */
    public JsonObject object() {
      return body instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** The items of the list that was answered. */
    public List<JsonObject> items() {
      return object().get("items") instanceof JsonArray items
          ? items.getValuesAs(JsonObject.class)
          : List.of();
    }
  }

  /** Sends a request; whatever the status, there is an answer. */
  Answer send(Request request);

  /**
   * What is at a path of this server beside the API.
   *
   * @param byItself as in {@link Request}
   */
  Answer outside(String path, boolean byItself);

  /** Sends a request that must succeed; what the API says against it is thrown. */
  default Answer ask(Request request) {
    Answer answer = send(request);
    if (answer.status() < 300) {
      return answer;
    }
    if (answer.status() == 401) {
      throw CommandException.over();
    }
    throw CommandException.told(ExitCode.ofStatus(answer.status()), problem(answer));
  }

  /** What is wrong, RFC 9457: its sentence, and each field that is at fault. */
  private static String problem(Answer answer) {
    JsonObject problem = answer.object();
    String detail = problem.getString("detail", "HTTP " + answer.status());
    List<String> lines = new ArrayList<>();
    lines.add(detail);
    if (problem.get("errors") instanceof JsonArray errors) {
      errors.getValuesAs(JsonObject.class).stream()
          .filter(error -> !detail.equals(error.getString("message", "")))
          .map(error -> "  " + error.getString("message", ""))
          .forEach(lines::add);
    }
    if (problem.get("users") instanceof JsonArray users) {
      users.getValuesAs(JsonObject.class).stream()
          .map(
              user -> "  " + user.values().stream().map(Api::word).collect(Collectors.joining(" ")))
          .forEach(lines::add);
    }
    return String.join("\n", lines);
  }

  private static String word(JsonValue value) {
    return value instanceof JsonString text ? text.getString() : value.toString();
  }
}
