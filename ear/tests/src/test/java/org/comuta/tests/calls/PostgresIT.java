package org.comuta.tests.calls;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import org.comuta.database.PostgresServer;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.RestClient.Answer;
import org.comuta.tests.harness.Sipp;
import org.comuta.tests.harness.Waiting;
import org.junit.jupiter.api.Test;

/** The whole server on PostgreSQL: it configures, calls, is killed, and outlives the database. */
class PostgresIT {
  private static final int CALLER_PORT = 25_190;
  private static final int CALLED_PORT = 25_200;
  private static final String PASSWORD = "not 'only' letters \"here\"";

  @Test
  void configurationCallsAndRecordsAreKeptThere() throws IOException {
    PostgresServer postgres = PostgresServer.shared();
    String address = postgres.newDatabase("exchange", PASSWORD);
    Map<String, String> environment =
        Map.of(
            "COMUTA_DATABASE_URL", address,
            "COMUTA_DATABASE_USER", "exchange",
            "COMUTA_DATABASE_PASSWORD", PASSWORD);
    try (ComutaServer server = ComutaServer.start(1500, environment);
        Sipp called = Sipp.builtin("uas").on(CALLED_PORT).start()) {
      assertThat(called.isRunning()).isTrue();
      RestClient rest = server.rest();
      connect(rest);
      call(server);
      Waiting.until("records", () -> records(rest) == 20);

      server.kill();
      server.up();
      assertThat(rest.get("/api/v1/configuration").json().getInt("appliedRevision")).isEqualTo(3);
      call(server);
      Waiting.until("records after the kill", () -> records(rest) == 40);

      postgres.stop();
      Waiting.until(
          "the health of a server without its database",
          () -> rest.get("/health").body().contains("\"database\",\"status\":\"DOWN\""));
      call(server);
      Answer refused = rest.get("/api/v1/cdrs");
      assertThat(refused.status()).as(refused.body()).isEqualTo(503);

      postgres.start();
      Waiting.until("records of the time without database", () -> records(rest) == 60);
      put(rest, "naps/afterwards", nap(CALLED_PORT + 2));
    }
  }

  private static void call(ComutaServer server) {
    try (Sipp caller =
        Sipp.builtin("uac")
            .on(CALLER_PORT)
            .with("-s", "4832221111", "-r", "20", "-d", "100")
            .calls(20)
            .to(server.sipPort())) {
      assertThat(caller.start().await(60)).as("sipp's verdict").isZero();
    }
  }

  /** How many there are; -1 while the database is away. */
  private static int records(RestClient rest) {
    Answer answer = rest.get("/api/v1/cdrs?answered=true&size=1");
    return answer.status() == 200 ? answer.json().getInt("total") : -1;
  }

  private static void connect(RestClient rest) {
    put(rest, "naps/caller", nap(CALLER_PORT));
    put(rest, "naps/called", nap(CALLED_PORT));
    put(rest, "routes/all", "{\"originNap\":\"caller\",\"destinationNap\":\"called\"}");
    JsonObject applied = rest.post("/api/v1/configuration/apply", "{}").json();
    assertThat(applied.getInt("revision")).isEqualTo(3);
  }

  private static String nap(int port) {
    return "{\"domain\":\"127.0.0.1\",\"port\":" + port + "}";
  }

  private static void put(RestClient rest, String path, String json) {
    Answer answer = rest.put("/api/v1/" + path, json);
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
  }
}
