package org.comuta.tests.media;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.comuta.media.CallMedia;
import org.comuta.media.process.RemoteMediaEngine;
import org.comuta.media.process.RemoteMediaEngine.Settings;
import org.comuta.tests.harness.ComutaServer;
import org.comuta.tests.harness.RestClient;
import org.junit.jupiter.api.Test;

/** The media engine outlives its server, and the server its engine. */
class EngineProcessIT {

  @Test
  void serverAndEngineEachOutliveTheOther() throws Exception {
    try (ComutaServer server = ComutaServer.start();
        RemoteMediaEngine client =
            RemoteMediaEngine.start(
                Settings.of(server.state().resolve("run").resolve("media.sock"), "test"))) {
      waitUntil(() -> client.instance().isPresent());
      get(client.set(new CallMedia("call", List.of(), Duration.ZERO)));
      int engine = media(server).getInt("pid");
      assertThat(media(server).getInt("calls")).isEqualTo(1);
      waitUntil(() -> metrics(server).contains("\ncomuta_media_calls 1\n"));

      server.kill();
      get(client.statistics("call"));
      server.up();
      assertThat(media(server).getInt("pid")).isEqualTo(engine);
      get(client.statistics("call"));
      waitUntil(() -> metrics(server).contains("\ncomuta_media_calls 1\n"));

      ProcessHandle.of(engine).orElseThrow().destroyForcibly();
      waitUntil(() -> metrics(server).contains("\ncomuta_media_up 0\n"));
      assertThat(server.rest().get("/health/live").status()).isEqualTo(200);
      waitUntil(() -> server.rest().get("/health/ready").status() == 200);
      assertThat(metrics(server)).contains("\ncomuta_media_up 1\n", "\ncomuta_media_calls 0\n");
      assertThat(media(server).getInt("pid")).isNotEqualTo(engine);
    }
  }

  private static JsonObject media(ComutaServer server) {
    return server.status().getJsonObject("media");
  }

  private static String metrics(ComutaServer server) {
    RestClient.Answer answer = server.rest().get("/metrics");
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private static void waitUntil(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
