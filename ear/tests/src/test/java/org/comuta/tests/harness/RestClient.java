package org.comuta.tests.harness;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Speaks the public REST contract. */
public final class RestClient {
  private final HttpClient http;
  private final URI base;
  private final String authorization;

  private RestClient(URI base, String authorization) {
    this(HttpClient.newHttpClient(), base, authorization);
  }

  private RestClient(HttpClient http, URI base, String authorization) {
    this.http = http;
    this.base = base;
    this.authorization = authorization;
  }

  static RestClient withPassword(URI base, String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new RestClient(base, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  static RestClient withToken(URI base, String token) {
    return new RestClient(base, "Bearer " + token);
  }

  /** The same user at another address of this machine, such as {@code 127.0.0.2}. */
  public RestClient from(String address) {
    HttpClient elsewhere =
        HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(address)).build();
    return new RestClient(elsewhere, base, authorization);
  }

  /**
   * What the server answered.
   *
   * @param body as text; may be empty
   */
  public record Answer(int status, String body) {
    /** The body as a JSON object. */
    public JsonObject json() {
      try (JsonReader reader = Json.createReader(new StringReader(body))) {
        return reader.readObject();
      }
    }
  }

  /** Answer to GET of a path, such as {@code /api/v1/naps}. */
  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** Answer to GET of a path in another type than JSON. */
  public Answer get(String path, String mediaType) {
    return send(request(path).setHeader("Accept", mediaType).GET());
  }

  /** Answer to PUT of JSON. */
  public Answer put(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
  }

  /** Answer to POST of JSON. */
  public Answer post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /** Answer to DELETE. */
  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** The whole answer to any request; headers are pairs of name and value. */
  public HttpResponse<String> call(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", authorization)
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return response(request);
  }

  /** The same for bodies that are no texts. */
  public HttpResponse<byte[]> exchange(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofMinutes(2))
            .header("Authorization", authorization)
            .method(method, BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return response(request, BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Accept", "application/json")
        .header("Authorization", authorization);
  }

  private Answer send(HttpRequest.Builder request) {
    HttpResponse<String> response = response(request);
    return new Answer(response.statusCode(), response.body());
  }

  private HttpResponse<String> response(HttpRequest.Builder request) {
    return response(request, BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> response(HttpRequest.Builder request, BodyHandler<T> handler) {
    try {
      return http.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
