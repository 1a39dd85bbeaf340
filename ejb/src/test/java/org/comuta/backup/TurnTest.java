package org.comuta.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnTest {
  private final Turn turn = new Turn();

  @Test
  void whoIsPatientComesAfterTheOther() throws Exception {
    turn.begin(Duration.ZERO);
    CompletableFuture<String> began = new CompletableFuture<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> other =
          threads.submit(
              () -> {
                began.complete("");
                turn.begin(Duration.ofMinutes(1));
                return true;
              });
      began.get(30, TimeUnit.SECONDS);
      assertThat(other.isDone()).isFalse();

      turn.end();

      assertThat(other.get(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void patienceEnds() throws Exception {
    turn.begin(Duration.ZERO);

    for (Duration patience : new Duration[] {Duration.ZERO, Duration.ofMillis(20)}) {
      assertThatExceptionOfType(BusyException.class).isThrownBy(() -> turn.begin(patience));
    }

    turn.end();
    turn.begin(Duration.ZERO);
  }

  @Test
  void whoIsStoppedWaitsNoLonger() throws Exception {
    turn.begin(Duration.ZERO);
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedIOException.class)
        .isThrownBy(() -> turn.begin(Duration.ofMinutes(1)));
    assertThat(Thread.interrupted()).isTrue();
  }
}
