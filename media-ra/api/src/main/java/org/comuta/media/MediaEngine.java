package org.comuta.media;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A media engine: it holds ports for calls and passes their packets between the two sides.
 *
 * <p>Any thread may call; nothing here blocks. Stages complete on a thread of the engine's own,
 * which the caller must leave at once; one that fails does so with a {@link MediaException}. What
 * is asked for one call is carried out in the order it was asked.
 */
public interface MediaEngine {
  /**
   * Makes the media of a call as described, whole: what is new is opened, what is gone is closed,
   * what stays keeps its ports, its learned source and its counts. Asking the same twice changes
   * nothing.
   */
  CompletionStage<CallPorts> set(CallMedia media);

  /** How the media of a call has been until now. */
  CompletionStage<CallStatistics> statistics(String callId);

  /** Gives back all that a call holds, and tells how its media was. */
  CompletionStage<CallStatistics> end(String callId);

  /**
   * Says which calls the asker still has. Every other call of the asker's ends; calls whose asker
   * went away become this asker's.
   *
   * @return those of the named calls that the engine holds
   */
  CompletionStage<Set<String>> claim(Collection<String> callIds);

  /** How the engine is, all calls together. An engine that counts nothing tells zeros. */
  default CompletionStage<EngineFigures> figures() {
    return CompletableFuture.completedFuture(EngineFigures.NONE);
  }

  /** Tells this listener what happens unasked, from now on. */
  void listen(MediaListener listener);
}
