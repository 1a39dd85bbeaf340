package org.comuta.tests.calls;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.RestClient.Answer;
import org.comuta.tests.harness.Sipp;
import org.comuta.tests.harness.SmallDisk;
import org.comuta.tests.harness.Waiting;
import org.junit.jupiter.api.Test;

/**
 * The disk of a running server gets full: calls are refused before a record is lost, and once there
 * is room again everything goes on by itself.
 */
class FullDiskIT {
  private static final int CALLER_PORT = 25_170;
  private static final int CALLED_PORT = 25_180;
  private static final int SIZE = 420;
  private static final int MOST_SAVES = 2_000;

  @Test
  void aFullDiskCostsNoRecordAndNoRestart() {
    try (SmallDisk disk = SmallDisk.mount(SIZE);
        ComutaServer server = ComutaServer.start(disk.folder());
        Sipp called = Sipp.builtin("uas").on(CALLED_PORT).start()) {
      RestClient rest = server.rest();
      connect(rest);
      assertThat(call(server, 20)).as("calls before").isZero();

      disk.fill();
      Waiting.until(
          "the journal's refusal", () -> health(rest).contains("\"journal\",\"status\":\"DOWN\""));
      assertThat(call(server, 10)).as("sipp's verdict of calls that are refused").isNotZero();
      Answer refused = saveUntilRefused(rest);
      assertThat(refused.status()).as(refused.body()).isEqualTo(503);
      assertThat(refused.body()).contains("\"type\"", "\"status\":503");

      disk.empty();
      Waiting.until("readiness", () -> rest.get("/health/ready").status() == 200);
      assertThat(call(server, 20)).as("calls afterwards").isZero();
      Waiting.until("records", () -> records(rest).size() == 50);
      assertThat(records(rest).stream().filter(FullDiskIT::isRefusal)).hasSize(10);
      put(rest, "naps/afterwards", nap(CALLED_PORT + 2));
    }
  }

  private static int call(ComutaServer server, int calls) {
    try (Sipp caller =
        Sipp.builtin("uac")
            .on(CALLER_PORT)
            .with("-s", "4832221111", "-r", "20", "-d", "100")
            .calls(calls)
            .to(server.sipPort())) {
      return caller.start().await(60);
    }
  }

  /** The first answer that is not a success; the database has a little room of its own. */
  private static Answer saveUntilRefused(RestClient rest) {
    for (int i = 0; i < MOST_SAVES; i++) {
      Answer answer =
          rest.put(
              "/api/v1/naps/filler-" + i,
              "{\"domain\":\"10.0.0.1\",\"port\":%d,\"description\":\"%s\"}"
                  .formatted(10_000 + i, "x".repeat(250)));
      if (answer.status() != 201) {
        return answer;
      }
    }
    throw new AssertionError("a full disk took " + MOST_SAVES + " objects");
  }

  private static boolean isRefusal(JsonObject record) {
    return !record.isNull("failure") && record.getString("failure").equals("RECORDS_UNAVAILABLE");
  }

  private static List<JsonObject> records(RestClient rest) {
    JsonObject answer = rest.get("/api/v1/cdrs?size=1000").json();
    return answer.getJsonArray("items").getValuesAs(JsonObject.class);
  }

  private static String health(RestClient rest) {
    return rest.get("/health").body();
  }

  private static void connect(RestClient rest) {
    put(rest, "naps/caller", nap(CALLER_PORT));
    put(rest, "naps/called", nap(CALLED_PORT));
    put(rest, "routes/all", "{\"originNap\":\"caller\",\"destinationNap\":\"called\"}");
    Answer applied = rest.post("/api/v1/configuration/apply", "{}");
    assertThat(applied.status()).as(applied.body()).isEqualTo(200);
  }

  private static String nap(int port) {
    return "{\"domain\":\"127.0.0.1\",\"port\":" + port + "}";
  }

  private static void put(RestClient rest, String path, String json) {
    Answer answer = rest.put("/api/v1/" + path, json);
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
  }
}
