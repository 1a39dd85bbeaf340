package org.comuta.cli;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers what it was told to, and remembers what it was asked. */
final class FakeApi implements Api {
  private final Map<String, Answer> answers = new HashMap<>();

  /** Requests that were not for the vocabulary: method, path, query, body. */
  final List<String> asked = new ArrayList<>();

  final List<Request> requests = new ArrayList<>();

  FakeApi() {
    answer("GET me/preferences", 200, "{\"language\":\"en\",\"timeZone\":\"UTC\"}");
    answer("GET configuration/descriptions", 200, Samples.descriptions().toString());
  }

  FakeApi answer(String request, int status, String body) {
    return answer(request, status, body, null);
  }

  FakeApi answer(String request, int status, String body, @Nullable String tag) {
    JsonValue json = body.isEmpty() ? null : Samples.json(body);
    answers.put(request, new Answer(status, json, tag, body));
    return this;
  }

  @Override
  public Answer send(Request request) {
    String key = request.method() + " " + String.join("/", request.path());
    if (!key.contains("preferences") && !key.contains("descriptions")) {
      requests.add(request);
      asked.add(key + query(request) + body(request.body()));
    }
    Answer answer = answers.get(key);
    return answer == null
        ? new Answer(404, Samples.json("{\"detail\":\"There is nothing.\"}"), null, "")
        : answer;
  }

  @Override
  public Answer outside(String path, boolean byItself) {
    Answer answer = answers.get(path);
    return answer == null ? new Answer(200, Samples.openApi(), null, "") : answer;
  }

  private static String query(Request request) {
    return request.query().isEmpty()
        ? ""
        : request.query().stream()
            .map(one -> one.name() + "=" + one.value())
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String body(@Nullable JsonObject body) {
    return body == null ? "" : " " + body;
  }
}
