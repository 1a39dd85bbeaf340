package org.comuta.sip.callcontrol.leg;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.comuta.media.MediaException;
import org.comuta.sip.callcontrol.media.Turns.Outcome;
import org.comuta.sip.container.Lane;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the order of what comes for one call while it waits for an answer from outside of its lane.
 * Confined to the lane.
 */
final class InOrder {
  private final Lane lane;
  private final Consumer<LaneTask> guard;
  private final Deque<LaneTask> waiting = new ArrayDeque<>(2);
  private int held;

  /**
   * @param guard runs a task; what the task throws ends the call
   */
  InOrder(Lane lane, Consumer<LaneTask> guard) {
    this.lane = lane;
    this.guard = guard;
  }

  /** Does this now, or after what waits already. */
  void run(LaneTask task) {
    if (held > 0) {
      waiting.add(task);
    } else {
      guard.accept(task);
    }
  }

  /** Lets everything wait until the stage is complete, or the time is over. */
  <T> void await(CompletionStage<T> stage, Duration atMost, Outcome<T> then) {
    held++;
    Wait<T> wait = new Wait<>(then);
    wait.limit =
        lane.schedule(
            atMost,
            () ->
                wait.done(
                    null,
                    new MediaException(
                        MediaException.Kind.ENGINE_LOST, "no answer within " + atMost)));
    var _ =
        stage.whenComplete(
            (value, error) ->
                lane.execute(() -> wait.done(value, error == null ? null : failure(error))));
  }

  private static MediaException failure(Throwable error) {
    Throwable cause =
        error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    return cause instanceof MediaException failure
        ? failure
        : new MediaException(MediaException.Kind.INVALID, String.valueOf(cause));
  }

  private void goOn() {
    held--;
    while (held == 0 && !waiting.isEmpty()) {
      guard.accept(waiting.remove());
    }
  }

  /** Something that is waited for; whatever comes first counts. */
  private final class Wait<T> {
    private final Outcome<T> then;
    private Lane.@Nullable Cancellable limit;
    private boolean over;

    private Wait(Outcome<T> then) {
      this.then = then;
    }

    private void done(@Nullable T value, @Nullable MediaException failure) {
      if (over) {
        return;
      }
      over = true;
      if (limit != null) {
        limit.cancel();
      }
      guard.accept(() -> then.then(value, failure));
      goOn();
    }
  }
}
