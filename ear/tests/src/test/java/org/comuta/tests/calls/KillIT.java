package org.comuta.tests.calls;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.RestClient.Answer;
import org.comuta.tests.harness.Sipp;
import org.comuta.tests.harness.Waiting;
import org.junit.jupiter.api.Test;

/**
 * The server's process is killed in the middle of traffic; no record is lost and none is doubled.
 * Answered calls go on, and end when it shows that their callers are gone; the others were cut off.
 */
class KillIT {
  private static final int CALLER_PORT = 25_070;
  private static final int CALLED_PORT = 25_080;

  @Test
  void everyCallHasExactlyOneRecordAfterAKill() {
    try (ComutaServer server = ComutaServer.start();
        Sipp called = Sipp.builtin("uas").on(CALLED_PORT).start();
        Sipp caller =
            Sipp.scenario("caller-logging")
                .on(CALLER_PORT)
                .with("-s", "4832221111", "-r", "100", "-d", "300", "-l", "500", "-trace_logs")
                .to(server.sipPort())) {
      connect(server.rest());
      caller.start();
      Waiting.until("ended calls", () -> linesOf(caller, "ended ").size() >= 300);

      server.kill();
      caller.close();
      Set<String> answered = linesOf(caller, "answered ");
      Set<String> ended = linesOf(caller, "ended ");
      server.up();

      Waiting.until("the end of all calls", () -> server.status().getInt("activeCalls") == 0);
      Map<String, List<JsonObject>> records = recordsByCall(server.rest(), answered);
      assertThat(records.keySet()).as("calls that have a record").containsAll(answered);
      assertThat(records.values()).as("records of each call").allMatch(of -> of.size() == 1);
      assertThat(ended).isSubsetOf(answered);
      assertThat(endedBy(records, "CALLER_UNREACHABLE")).as("went on").isNotEmpty();
      assertThat(endedBy(records, "CALLER_UNREACHABLE").keySet())
          .doesNotContainAnyElementsOf(ended);
      Map<String, JsonObject> cutOff = endedBy(records, "SERVER_RESTARTED");
      assertThat(cutOff.keySet()).as("answered, yet cut off").doesNotContainAnyElementsOf(answered);
      assertThat(cutOff.values())
          .allMatch(record -> record.getInt("cause") == 41)
          .allMatch(record -> record.isNull("answeredAt"));
    }
  }

  private static Map<String, JsonObject> endedBy(
      Map<String, List<JsonObject>> records, String failure) {
    Map<String, JsonObject> found = new HashMap<>();
    records.forEach(
        (callId, of) -> {
          if (failure.equals(text(of.getFirst(), "failure"))) {
            found.put(callId, of.getFirst());
          }
        });
    return found;
  }

  private static void connect(RestClient rest) {
    put(rest, "naps/caller", nap(CALLER_PORT, 6));
    put(rest, "naps/called", nap(CALLED_PORT, 0));
    put(rest, "routes/all", "{\"originNap\":\"caller\",\"destinationNap\":\"called\"}");
    Answer applied = rest.post("/api/v1/configuration/apply", "{}");
    assertThat(applied.status()).as(applied.body()).isEqualTo(200);
  }

  private static String nap(int port, int sessionInactivity) {
    return "{\"kind\":\"SIP\",\"domain\":\"127.0.0.1\",\"port\":"
        + port
        + ",\"sessionInactivity\":"
        + sessionInactivity
        + "}";
  }

  private static void put(RestClient rest, String path, String json) {
    Answer answer = rest.put("/api/v1/" + path, json);
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
  }

  /** All records, once everything the journal held has reached the database. */
  private static Map<String, List<JsonObject>> recordsByCall(
      RestClient rest, Set<String> expected) {
    Map<String, List<JsonObject>> byCall = new HashMap<>();
    Waiting.until(
        "records",
        () -> {
          byCall.clear();
          for (int page = 0; ; page++) {
            JsonObject answer = rest.get("/api/v1/cdrs?size=1000&page=" + page).json();
            List<JsonObject> items = answer.getJsonArray("items").getValuesAs(JsonObject.class);
            items.forEach(
                record ->
                    byCall.merge(
                        record.getString("originProtocolCallId"), List.of(record), KillIT::joined));
            if (items.size() < 1000) {
              return byCall.keySet().containsAll(expected);
            }
          }
        });
    return byCall;
  }

  private static List<JsonObject> joined(List<JsonObject> some, List<JsonObject> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static Set<String> linesOf(Sipp caller, String word) {
    return caller.logLines().stream()
        .filter(line -> line.startsWith(word))
        .map(line -> line.substring(word.length()).strip())
        .collect(Collectors.toSet());
  }

  private static String text(JsonObject record, String field) {
    return record.isNull(field) ? "" : record.getString(field);
  }
}
