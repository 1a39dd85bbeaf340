package org.comuta.media;

/** How an application comes to the engine; found in JNDI. Any thread. */
public interface MediaConnectionFactory {
  /**
   * A connection. It is there at once, whether or not the engine is: requests fail with {@link
   * MediaException.Kind#ENGINE_LOST} as long as it is not.
   */
  MediaConnection getConnection();
}
