package org.comuta.tests.events;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient.Answer;
import org.comuta.tests.harness.SharedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Those who read events, by JMS and by WebSocket, for as long as they may: seen from 127.0.0.2,
 * which is nobody special.
 */
@ExtendWith(SharedServer.class)
class EventReadersIT {
  private static final String STRANGER = "127.0.0.2";
  private static final String PASSWORD = "only-for-this-test-0";
  private static final String NOBODY =
      "{\"rules\":[{\"action\":\"ALLOW\",\"address\":\"127.0.0.2\",\"services\":[\"PORTAL\"]}],"
          + "\"defaultAction\":\"DENY\"}";
  private static ComutaServer server;

  @BeforeAll
  static void begin(ComutaServer shared) {
    server = shared;
  }

  @AfterEach
  void letEverybodyIn() {
    lists("{\"rules\":[],\"defaultAction\":\"ALLOW\"}");
    server.rest().call("DELETE", "/api/v1/interfaces/here", "");
    apply();
  }

  private static void put(String path, String json) {
    Answer answer = server.rest().put("/api/v1/" + path, json);
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
  }

  private static void lists(String rules) {
    Answer answer = server.rest().put("/api/v1/access-lists", rules);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    if (answer.json().getBoolean("onTrial")) {
      String change = "{\"change\":" + answer.json().getInt("change") + "}";
      assertThat(server.rest().post("/api/v1/access-lists/confirmation", change).status())
          .isEqualTo(200);
    }
  }

  private static void apply() {
    Answer applied = server.rest().post("/api/v1/configuration/apply", "{}");
    assertThat(applied.status()).as(applied.body()).isEqualTo(200);
  }

  private static void user(String more) {
    put("users/reads", "{\"role\":\"SUPERVISOR\",\"password\":\"" + PASSWORD + "\"" + more + "}");
  }

  /** A token of that user. */
  private static JsonObject token() {
    Answer made =
        server
            .rest("reads", PASSWORD)
            .post(
                "/api/v1/tokens",
                "{\"description\":\"x\",\"days\":1,\"scope\":{\"monitoring\":\"READ\"}}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json();
  }

  private static TopicProgram reader(String from, JsonObject token) throws Exception {
    return new TopicProgram(
        server, from, "comuta.events", "", token.getString("id"), token.getString("token"), 1);
  }

  private static TopicProgram readyReader(String from, JsonObject token) throws Exception {
    TopicProgram reader = reader(from, token);
    assertThat(reader.line()).isEqualTo("READY");
    return reader;
  }

  private static EventFeed feed(String from) {
    String pair = ComutaServer.ADMINISTRATOR + ":" + ComutaServer.PASSWORD;
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return new EventFeed(server.portal(), from, basic, "?type=configuration.saved");
  }

  private static String refusedAtTheApi() {
    return server
        .rest()
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("comuta_access_refused_total{service=\"api\"}"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoseAddressIsDeniedReadsNoMore() throws Exception {
    user("");
    JsonObject token = token();
    try (TopicProgram there = readyReader(STRANGER, token);
        TopicProgram here = readyReader("127.0.0.1", token);
        EventFeed feedThere = feed(STRANGER);
        EventFeed feedHere = feed("127.0.0.1")) {
      lists(NOBODY);
      assertClosed(there);
      assertThat(feedThere.ended()).isEqualTo(1008);
      String refused = refusedAtTheApi();
      try (TopicProgram again = reader(STRANGER, token)) {
        assertNothingWasRead(again.rest());
      }
      assertThat(refusedAtTheApi()).isNotEqualTo(refused);
      assertThat(feedHere.goesOn()).isTrue();
      assertThat(here.isAlive()).isTrue();
    }
  }

  /** It read nothing, and was closed. */
  private static void assertClosed(TopicProgram reader) throws IOException {
    List<String> lines = reader.rest();
    assertThat(lines).as("lines after READY").hasSize(1);
    assertThat(lines.getFirst()).startsWith("CLOSED");
  }

  /** It is closed, before or after it began to read. */
  private static void assertNothingWasRead(List<String> lines) {
    assertThat(lines).isNotEmpty();
    assertThat(lines.getLast()).matches("(CLOSED|REFUSED).*");
    assertThat(lines.subList(0, lines.size() - 1)).isSubsetOf("READY");
  }

  @Test
  void whereTheApiIsNotOfferedNobodyReads() throws Exception {
    user("");
    JsonObject token = token();
    try (TopicProgram there = readyReader(STRANGER, token);
        EventFeed feed = feed(STRANGER)) {
      put(
          "interfaces/here",
          "{\"address\":\"127.0.0.1\",\"services\":[\"SIP\"],\"udpPort\":27660,\"tcpPort\":0}");
      apply();
      assertClosed(there);
      assertThat(feed.ended()).isEqualTo(1008);
      try (TopicProgram again = reader(STRANGER, token)) {
        assertNothingWasRead(again.rest());
      }
    }
  }

  @Test
  void whoeverLosesTheRightOrIsDisabledReadsNoMore() throws Exception {
    user("");
    JsonObject token = token();
    try (TopicProgram reader = readyReader("127.0.0.1", token)) {
      user(",\"rights\":{\"monitoring\":\"NONE\"}");
      assertClosed(reader);
    }
    user("");
    try (TopicProgram reader = readyReader("127.0.0.1", token)) {
      user(",\"enabled\":false");
      assertClosed(reader);
      try (TopicProgram again = reader("127.0.0.1", token)) {
        assertNothingWasRead(again.rest());
      }
    }
  }

  @Test
  void withItsTokenOrUserAReaderEnds() throws Exception {
    user("");
    JsonObject token = token();
    try (TopicProgram reader = readyReader("127.0.0.1", token);
        TopicProgram other = readyReader("127.0.0.1", token())) {
      server.rest().call("DELETE", "/api/v1/tokens/" + token.getString("id"), "");
      assertClosed(reader);
      assertThat(other.isAlive()).isTrue();
      server.rest().call("DELETE", "/api/v1/users/reads", "");
      assertClosed(other);
    }
  }
}
