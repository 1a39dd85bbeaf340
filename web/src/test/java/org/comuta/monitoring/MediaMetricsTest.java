package org.comuta.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.comuta.edge.MediaControl;
import org.comuta.media.EngineFigures;
import org.comuta.media.MediaException;
import org.junit.jupiter.api.Test;

class MediaMetricsTest {
  @Test
  void anEngineThatAnswersIsShownWithItsFigures() {
    EngineFigures figures =
        new EngineFigures(3, 12, 10_000, 400, 398, 7, 1, Duration.ofMillis(1500));
    assertThat(shown(CompletableFuture.completedFuture(figures)))
        .contains(
            "comuta_media_up 1",
            "comuta_media_calls 3",
            "comuta_media_ports_in_use 12",
            "comuta_media_ports 10000",
            "comuta_media_packets_received_total 400",
            "comuta_media_packets_sent_total 398",
            "comuta_media_strangers_dropped_total 7",
            "comuta_media_malformed_dropped_total 1",
            "comuta_media_cpu_seconds_total 1.5");
  }

  @Test
  void anEngineThatIsLostIsShownAsDown() {
    MediaException lost = new MediaException(MediaException.Kind.ENGINE_LOST, "gone");
    assertThat(shown(CompletableFuture.failedFuture(lost)))
        .contains("comuta_media_up 0")
        .doesNotContain("comuta_media_calls");
  }

  @Test
  void anEngineThatHangsIsNotWaitedForForLong() {
    assertThat(shown(new CompletableFuture<>())).contains("comuta_media_up 0");
  }

  private static String shown(CompletionStage<EngineFigures> answer) {
    Exposition metrics = new Exposition();
    MediaMetrics.addTo(metrics, new Fake(answer));
    return metrics.toString();
  }

  private record Fake(CompletionStage<EngineFigures> figures) implements MediaControl {}
}
