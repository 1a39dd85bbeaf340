package org.comuta.tests.calls;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.RestClient.Answer;
import org.comuta.tests.harness.SipPeer;
import org.comuta.tests.harness.Waiting;
import org.junit.jupiter.api.Test;

/** The server's process is killed while calls are answered; they go on when it is back. */
class SurvivalIT {
  private static final int CALLER_PORT = 26_370;
  private static final int CALLED_PORT = 26_380;
  private static final int CALLS = 50;

  @Test
  void answeredCallsGoOnAfterAKillAndEndByEitherSide() {
    try (ComutaServer server = ComutaServer.start();
        SipPeer caller = new SipPeer(CALLER_PORT, server.sipPort());
        SipPeer called = new SipPeer(CALLED_PORT, server.sipPort())) {
      connect(server.rest());
      List<String> begun = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        begun.add(caller.call("4832221111", "survives-" + i));
      }
      Waiting.until("ACKs", () -> called.acknowledged().size() == CALLS);
      List<String> answered = List.copyOf(called.acknowledged());

      server.kill();
      server.up();

      assertThat(server.status().getInt("activeCalls")).isEqualTo(CALLS);
      for (int i = 0; i < CALLS / 2; i++) {
        endBy(i, caller, begun.get(i));
      }
      Waiting.until("BYE for the called side", () -> called.hungUp().size() == CALLS / 2);
      List<String> left = new ArrayList<>(answered);
      left.removeAll(called.hungUp());
      for (int i = 0; i < left.size(); i++) {
        endBy(i, called, left.get(i));
      }
      Waiting.until("BYE for the caller", () -> caller.hungUp().size() == CALLS / 2);
      assertThat(called.changed()).as("changes that reached the called side").isNotEmpty();
      assertThat(caller.changed()).as("changes that reached the caller").isNotEmpty();

      List<JsonObject> records = records(server.rest());
      assertThat(records)
          .extracting(SurvivalIT::callIdOf)
          .containsExactlyInAnyOrderElementsOf(begun);
      assertThat(records).allMatch(record -> record.getInt("cause") == 16);
      assertThat(records).allMatch(record -> record.isNull("failure"));
      assertThat(server.status().getInt("activeCalls")).isZero();
    }
  }

  /** Every fifth call is changed first. */
  private static void endBy(int number, SipPeer side, String callId) {
    if (number % 5 == 0) {
      side.change(callId);
    }
    side.hangUp(callId);
  }

  private static String callIdOf(JsonObject record) {
    return record.getString("originProtocolCallId");
  }

  private static void connect(RestClient rest) {
    put(rest, "naps/caller", nap(CALLER_PORT));
    put(rest, "naps/called", nap(CALLED_PORT));
    put(rest, "routes/all", "{\"originNap\":\"caller\",\"destinationNap\":\"called\"}");
    Answer applied = rest.post("/api/v1/configuration/apply", "{}");
    assertThat(applied.status()).as(applied.body()).isEqualTo(200);
  }

  private static String nap(int port) {
    return "{\"kind\":\"SIP\",\"domain\":\"127.0.0.1\",\"port\":" + port + "}";
  }

  private static void put(RestClient rest, String path, String json) {
    Answer answer = rest.put("/api/v1/" + path, json);
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
  }

  /** All records, once each call has one. */
  private static List<JsonObject> records(RestClient rest) {
    List<JsonObject> records = new ArrayList<>();
    Waiting.until(
        "records",
        () -> {
          records.clear();
          JsonObject answer = rest.get("/api/v1/cdrs?size=1000").json();
          records.addAll(answer.getJsonArray("items").getValuesAs(JsonObject.class));
          Set<String> calls = new HashSet<>();
          records.forEach(record -> calls.add(callIdOf(record)));
          return calls.size() >= CALLS;
        });
    return records;
  }
}
