package org.comuta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopbackApiTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private HttpServer server;
  private LoopbackApi api;
  private volatile String asked = "";
  private volatile Headers headers = new Headers();
  private volatile String contentType = "application/json";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          headers = exchange.getRequestHeaders();
          asked = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body;
          exchange.getResponseHeaders().add("Content-Type", contentType);
          exchange.getResponseHeaders().add("ETag", "\"7\"");
          byte[] answer = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    api = new LoopbackApi(http, base, "secret", "es");
  }

  @AfterEach
  void stop() {
    server.stop(0);
    http.shutdownNow();
  }

  @Test
  void aRequestCarriesWhoAsksAndWhat() {
    Api.Request request =
        Api.Request.of("PUT", List.of("naps", "a b/c"), Json.createObjectBuilder().build())
            .with("comment", "new + ação")
            .with("nothing", null)
            .onlyWhen("\"6\"");
    Api.Answer answer = api.ask(request);
    assertThat(asked).isEqualTo("PUT /api/v1/naps/a%20b%2Fc?comment=new%20%2B%20a%C3%A7%C3%A3o {}");
    assertThat(headers.getFirst("Authorization")).isEqualTo("Terminal secret");
    assertThat(headers.getFirst("Accept-Language")).isEqualTo("es");
    assertThat(headers.getFirst("If-Match")).isEqualTo("\"6\"");
    assertThat(headers.containsKey("Comuta-Self-Refresh")).isFalse();
    assertThat(answer.object().getInt("a")).isEqualTo(1);
    assertThat(answer.tag()).isEqualTo("\"7\"");
  }

  @Test
  void aViewThatGoesOnByItselfSaysSo() {
    api.ask(Api.Request.get("calls").again());
    assertThat(headers.getFirst("Comuta-Self-Refresh")).isEqualTo("true");
    api.outside("/metrics", true);
    assertThat(headers.getFirst("Comuta-Self-Refresh")).isEqualTo("true");
    assertThat(asked).startsWith("GET /metrics");
  }

  @Test
  void whatIsNoJsonIsText() {
    contentType = "text/plain";
    Api.Answer answer = api.ask(Api.Request.get("metrics"));
    assertThat(answer.body()).isNull();
    assertThat(answer.text()).isEqualTo("{\"a\":1}");
  }

  @Test
  void aServerThatDoesNotAnswerIsTold() {
    server.stop(0);
    Api.Request request = Api.Request.get("naps");
    assertThatThrownBy(() -> api.send(request))
        .isInstanceOfSatisfying(
            CommandException.class,
            told -> assertThat(told.exitCode()).isEqualTo(ExitCode.UNAVAILABLE));
  }
}
