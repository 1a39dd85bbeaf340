package org.comuta.media;

/** A connection to the engine, got from a {@link MediaConnectionFactory}. Any thread. */
public interface MediaConnection extends MediaEngine, AutoCloseable {
  /** Gives the connection back. Calls live on; who still has them claims them anew. */
  @Override
  void close();
}
