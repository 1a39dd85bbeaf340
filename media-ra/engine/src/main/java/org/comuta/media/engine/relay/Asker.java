package org.comuta.media.engine.relay;

import org.comuta.media.Side;

/** Whose calls they are. */
public interface Asker {
  /** No packet came from this side for the limit of its call. Told on a relay thread. */
  void silent(String callId, Side side);
}
