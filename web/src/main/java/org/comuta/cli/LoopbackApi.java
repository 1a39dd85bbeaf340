package org.comuta.cli;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.comuta.account.TerminalSessions;
import org.jspecify.annotations.Nullable;

/** The API of this very server, over the loopback address. One thread. */
public final class LoopbackApi implements Api {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final HttpClient http;
  private final URI base;
  private final String secret;
  private final String language;

  /**
   * @param base address of the portal, such as {@code http://127.0.0.1:8080}
   * @param secret of the session of the command line
   * @param language tag of the language that help is wanted in
   */
  public LoopbackApi(HttpClient http, URI base, String secret, String language) {
    this.http = http;
    this.base = base;
    this.secret = secret;
    this.language = language;
  }

  @Override
  public Answer send(Request request) {
    String path =
        request.path().stream().map(LoopbackApi::encoded).collect(Collectors.joining("/"));
    HttpRequest.Builder http =
        request("/api/v1/" + path + query(request.query()))
            .method(
                request.method(),
                request.body() == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(request.body().toString()));
    if (request.body() != null) {
      http.header("Content-Type", "application/json");
    }
    String tag = request.ifMatch();
    if (tag != null) {
      http.header("If-Match", tag);
    }
    if (request.byItself()) {
      http.header(TerminalSessions.SELF_REFRESH, "true");
    }
    return send(http);
  }

  @Override
  public Answer outside(String path, boolean byItself) {
    HttpRequest.Builder request = request(path);
    if (byItself) {
      request.header(TerminalSessions.SELF_REFRESH, "true");
    }
    return send(request);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(PATIENCE)
        .header("Accept", "application/json")
        .header("Accept-Language", language)
        .header("Authorization", "Terminal " + secret);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(
          response.statusCode(),
          json(response),
          response.headers().firstValue("ETag").orElse(null),
          response.body());
    } catch (IOException unreachable) {
      throw CommandException.of(ExitCode.UNAVAILABLE, "unreachable");
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw CommandException.of(ExitCode.UNAVAILABLE, "interrupted");
    }
  }

  private static @Nullable JsonValue json(HttpResponse<String> response) {
    boolean told =
        response
            .headers()
            .firstValue("Content-Type")
            .filter(type -> type.contains("json"))
            .isPresent();
    if (!told || response.body().isEmpty()) {
      return null;
    }
    try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readValue();
    } catch (JsonException broken) {
      return null;
    }
  }

  private static String query(List<Parameter> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.stream()
            .map(one -> encoded(one.name()) + "=" + encoded(one.value()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
