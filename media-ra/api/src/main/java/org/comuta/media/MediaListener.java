package org.comuta.media;

/** What an engine tells unasked. Called on a thread of the engine's own; it must return at once. */
public interface MediaListener {
  /** No packet came from this side of any line for as long as {@link CallMedia#silenceLimit}. */
  void silent(String callId, Side side);

  /** The engine is gone, with the media of every call. Told once; calls fail until it is back. */
  void engineLost();

  /** An engine is there again, and holds no call unless it is the same one as before. */
  void engineBack();
}
