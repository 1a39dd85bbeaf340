package org.comuta.tests.events;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.RestClient.Answer;
import org.comuta.tests.harness.SharedServer;
import org.comuta.tests.harness.Sipp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Events and alarms of the assembled server, as others get them while calls are made. */
@ExtendWith(SharedServer.class)
class EventsIT {
  private static final int CALLER_PORT = 27_650;
  private static final int CALLED_PORT = 27_652;
  private static final String PASSWORD = "only-for-this-test-0";
  private static ComutaServer server;

  @BeforeAll
  static void begin(ComutaServer shared) {
    server = shared;
  }

  private static List<JsonObject> items(String path) {
    Answer answer = server.rest().get("/api/v1/" + path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
  }

  private static void put(String path, String json) {
    Answer answer = server.rest().put("/api/v1/" + path, json);
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
  }

  private static void waitUntil(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience with %s", what).isLessThan(deadline);
      LockSupport.parkNanos(50_000_000L);
    }
  }

  private static void connect() {
    put("naps/caller", "{\"domain\":\"127.0.0.1\",\"port\":" + CALLER_PORT + "}");
    put("naps/called", "{\"domain\":\"127.0.0.1\",\"port\":" + CALLED_PORT + "}");
    put("routes/all", "{\"originNap\":\"caller\",\"destinationNap\":\"called\"}");
    assertThat(server.rest().post("/api/v1/configuration/apply", "{}").status()).isEqualTo(200);
  }

  private static int call(int calls) {
    try (Sipp caller =
        Sipp.builtin("uac")
            .on(CALLER_PORT)
            .with("-s", "4832221111", "-d", "100")
            .calls(calls)
            .to(server.sipPort())) {
      return caller.start().await(60);
    }
  }

  private static String active(String condition) {
    return "alarms?condition=" + condition;
  }

  @Test
  void aNapWhoseCallsFailIsAnAlarmUntilOneIsAnswered() {
    connect();
    try (Sipp _ = Sipp.scenario("refuses").on(CALLED_PORT).start()) {
      assertThat(call(6)).isNotZero();
      waitUntil("the alarm", () -> !items(active("NAP_FAILING")).isEmpty());
    }
    JsonObject alarm = items(active("NAP_FAILING")).getFirst();
    assertThat(alarm.getString("object")).isEqualTo("called");
    assertThat(alarm.getString("severity")).isEqualTo("MAJOR");
    assertThat(alarm.getString("probableCause")).isEqualTo("CALL_ESTABLISHMENT_ERROR");
    assertThat(alarm.getString("details")).contains("503");

    String id = alarm.getString("id");
    put("alarms/" + id + "/acknowledgement", "{\"comment\":\"calling the carrier\"}");
    assertThat(items("audit?action=ALARM_ACKNOWLEDGE").getFirst().getString("object"))
        .isEqualTo("NAP_FAILING called");

    server.down();
    server.up();
    JsonObject known = items(active("NAP_FAILING")).getFirst();
    assertThat(known.getString("id")).isEqualTo(id);
    assertThat(known.getString("acknowledgedBy")).isEqualTo("admin");

    try (Sipp _ = Sipp.builtin("uas").on(CALLED_PORT).start()) {
      assertThat(call(1)).isZero();
      waitUntil("the end of the alarm", () -> items(active("NAP_FAILING")).isEmpty());
    }
    JsonObject past = items("alarms/history?condition=NAP_FAILING&object=called").getFirst();
    assertThat(past.getString("id")).isEqualTo(id);
    assertThat(past.getString("comment")).isEqualTo("calling the carrier");
    assertThat(server.rest().get("/metrics").body())
        .contains("comuta_alarms_active{severity=\"MAJOR\"} 0\n")
        .contains("comuta_events_dropped_total{listener=\"supervision\"} 0\n");
  }

  @Test
  void alarmsAreForThoseWhoMaySeeAndOperate() {
    put("users/watches", "{\"role\":\"OPERATOR\",\"password\":\"" + PASSWORD + "\"}");
    put("users/works", "{\"role\":\"EMPLOYEE\",\"password\":\"" + PASSWORD + "\"}");
    RestClient watches = server.rest("watches", PASSWORD);
    RestClient works = server.rest("works", PASSWORD);
    assertThat(watches.get("/api/v1/alarms").status()).isEqualTo(200);
    assertThat(watches.put("/api/v1/alarms/x/acknowledgement", "{}").status()).isEqualTo(403);
    assertThat(watches.put("/api/v1/alarms/retention", "{\"days\":1}").status()).isEqualTo(403);
    assertThat(works.get("/api/v1/alarms").status()).isEqualTo(403);
    assertThat(works.get("/api/v1/alarms/history").status()).isEqualTo(403);
    assertThat(works.get("/api/v1/events/schema").status()).isEqualTo(403);
    assertThat(watches.get("/api/v1/events/schema").body()).contains("urn:comuta:events:1");
  }

  @Test
  void whatIsWrongIsNamed() {
    RestClient rest = server.rest();
    assertThat(rest.get("/api/v1/alarms?kind=x").body()).contains("'kind' is not a query");
    assertThat(rest.get("/api/v1/alarms/history?severity=BAD").body())
        .contains("severity must be one of CRITICAL");
    assertThat(rest.put("/api/v1/alarms/none/acknowledgement", "{}").status()).isEqualTo(404);
    assertThat(rest.put("/api/v1/alarms/none/acknowledgement", "{\"comment\":1}").body())
        .contains("comment must be a text");
    assertThat(rest.put("/api/v1/alarms/retention", "{\"days\":-1}").body())
        .contains("days must be from 0");
    assertThat(items("alarms/conditions?size=100")).hasSizeGreaterThan(15);
  }

  private static String basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** Identity and secret of a token with levels in the areas. */
  private static JsonObject token(String scope) {
    Answer made =
        server
            .rest()
            .post("/api/v1/tokens", "{\"description\":\"x\",\"days\":1,\"scope\":" + scope + "}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json();
  }

  @Test
  void aFeedTellsWhatItIsAskedFor() throws InterruptedException {
    connect();
    String token = token("{\"monitoring\":\"READ\"}").getString("token");
    try (EventFeed calls =
            new EventFeed(server.portal(), "Bearer " + token, "?type=call.*&nap=called");
        EventFeed ends =
            new EventFeed(
                server.portal(),
                basic(ComutaServer.ADMINISTRATOR, ComutaServer.PASSWORD),
                "?type=call.ended&type=configuration.saved");
        Sipp _ = Sipp.builtin("uas").on(CALLED_PORT).start()) {
      assertThat(call(1)).isZero();
      List<String> types = new ArrayList<>();
      String callId = "";
      do {
        JsonObject event = calls.next();
        types.add(event.getString("type"));
        callId = event.getString("callId");
      } while (!types.getLast().equals("call.ended"));
      // The first event of a call comes before its NAP is known.
      assertThat(types)
          .containsExactly("call.routed", "call.ringing", "call.answered", "call.ended");
      assertThat(ends.next().getString("callId")).isEqualTo(callId);
      put("naps/fed", "{\"domain\":\"192.0.2.9\"}");
      assertThat(ends.next().getString("name")).isEqualTo("fed");
    }
  }

  @Test
  void aFeedIsForThoseWhoMaySeeIt() {
    String path = "/api/v1/events";
    assertThat(server.restWithToken("none").get(path).status()).isEqualTo(401);
    assertThat(server.rest().get(path).status()).isEqualTo(426);
    assertThat(server.rest().get(path + "?type=call&x=1").body())
        .contains("'x' is not a query parameter", "type must be one of call.begun");
    RestClient sees = server.restWithToken(token("{\"monitoring\":\"READ\"}").getString("token"));
    assertThat(sees.get(path + "?type=user.*").status()).isEqualTo(403);
    assertThat(sees.get(path + "?type=user.*&type=call.*").status()).isEqualTo(426);
    RestClient none = server.restWithToken(token("{}").getString("token"));
    assertThat(none.get(path).status()).isEqualTo(403);
  }

  @Test
  void aTopicIsReadWithASelectorWhileCallsAreMade() throws Exception {
    connect();
    JsonObject token = token("{\"monitoring\":\"READ\"}");
    String id = token.getString("id");
    String secret = token.getString("token");
    String selector = "type = 'call.ended' AND originNap = 'caller'";
    try (TopicProgram reader = new TopicProgram(server, "comuta.events", selector, id, secret, 3);
        Sipp _ = Sipp.builtin("uas").on(CALLED_PORT).start()) {
      assertThat(reader.line()).isEqualTo("READY");
      assertThat(call(3)).isZero();
      for (int i = 0; i < 3; i++) {
        assertThat(reader.line()).startsWith("call.ended {").contains("\"originNap\":\"caller\"");
      }
    }
    try (TopicProgram curious =
        new TopicProgram(server, "jms.topic.comuta.administration", "", id, secret, 1)) {
      assertThat(curious.line()).startsWith("REFUSED");
    }
    try (TopicProgram stranger = new TopicProgram(server, "comuta.events", "", id, "wrong", 1)) {
      assertThat(stranger.line()).startsWith("REFUSED");
    }
  }
}
