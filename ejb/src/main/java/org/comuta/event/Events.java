package org.comuta.event;

/** Where whoever knows of something tells it. Any thread; never blocks, never fails. */
@FunctionalInterface
public interface Events {
  /** Tells nobody. */
  Events NONE = content -> {};

  /** Tells everybody who listens. What one thread tells one after the other arrives so. */
  void publish(EventContent content);
}
