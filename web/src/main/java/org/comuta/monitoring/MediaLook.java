package org.comuta.monitoring;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.comuta.edge.MediaControl;
import org.comuta.media.EngineFigures;

/** Asks the media engine how it is and waits for the answer, a second at most. */
final class MediaLook {
  private static final long LONGEST_WAIT_SECONDS = 1;

  private MediaLook() {}

  /** Its figures; empty when there is no engine or it does not answer. */
  static Optional<EngineFigures> at(MediaControl media) {
    try {
      return Optional.of(
          media.figures().toCompletableFuture().get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException noAnswer) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
