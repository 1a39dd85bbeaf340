package org.comuta.sip.callcontrol.media;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.comuta.cause.Failure;
import org.comuta.media.MediaException;
import org.jspecify.annotations.Nullable;

/** What happens to one call happens in turns. Confined to the lane of the call. */
public interface Turns {
  /** What comes of waiting; exactly one of the two is there. */
  interface Outcome<T> {
    void then(@Nullable T value, @Nullable MediaException failure) throws Exception;
  }

  /**
   * Waits for this stage; whatever comes for the call in the meantime waits in its order. When the
   * time is over the engine counts as lost.
   */
  <T> void await(CompletionStage<T> stage, Duration atMost, Outcome<T> then);

  /** Whether the call has ended or is about to. */
  boolean over();

  /** Ends the call for a reason of our own, with a line for people. */
  void fail(Failure failure, String text);
}
