package org.comuta.edge;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.comuta.call.MediaRecord;

/** What the rest of the exchange may ask of call control, whatever the protocol. Any thread. */
public interface CallControl {
  /** Ends a live call, in order with what else happens to it. False when there is no such call. */
  boolean hangUp(String callId);

  /**
   * How the media of a live call has been until now; empty when there is no such call, or nobody
   * measures it. Completes on a thread that the caller must leave at once; give it a time limit.
   */
  CompletionStage<Optional<MediaRecord>> media(String callId);
}
