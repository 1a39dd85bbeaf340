package org.comuta.tests.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.comuta.tests.harness.Waiting;
import org.junit.jupiter.api.Test;

/** A stop of the server ends a backup that is under way. */
class BackupStopIT {
  private static final String SCHEDULE = "/api/v1/backup-schedules/nightly";
  private static final int PATIENCE_MILLIS = 60_000;
  private static final String ALARMS = "/api/v1/alarms?condition=BACKUP_FAILED";

  @Test
  void aBackupThatAStopEndsHasFailedWithAnAlarm() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ComutaServer server = ComutaServer.start()) {
      silent.setSoTimeout(PATIENCE_MILLIS);
      begin(server.rest(), silent.getLocalPort());
      try (Socket reached = silent.accept()) {
        assertThat(reached.isConnected()).isTrue();
        server.kill();
      }

      server.up();

      JsonObject run = lastRun(server.rest());
      assertThat(run.getString("outcome")).isEqualTo("FAILED");
      assertThat(run.getString("detail")).contains("server was stopped");
      Waiting.until("the alarm", () -> alarms(server.rest()) == 1);
      assertThat(server.rest().delete(SCHEDULE).status()).isEqualTo(204);
    }
  }

  /** A server that never says anything keeps a backup under way. */
  private static void begin(RestClient rest, int port) {
    String schedule =
        "{\"destination\":\"FTP\",\"host\":\"127.0.0.1\",\"port\":%d,\"userName\":\"x\"}"
            .formatted(port);
    assertThat(rest.put(SCHEDULE, schedule).status()).isEqualTo(201);
    assertThat(rest.post(SCHEDULE + "/runs", "{}").status()).isEqualTo(202);
  }

  private static JsonObject lastRun(RestClient rest) {
    return rest.get(SCHEDULE + "/runs").json().getJsonArray("items").getJsonObject(0);
  }

  private static int alarms(RestClient rest) {
    return rest.get(ALARMS).json().getJsonArray("items").size();
  }
}
