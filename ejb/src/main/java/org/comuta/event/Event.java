package org.comuta.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened, with its time and place. Immutable; any thread. */
public final class Event {
  /** Version of the form of events, told in each; see {@code events-1.json}. */
  public static final int SCHEMA_VERSION = 1;

  private final String id;
  private final Instant time;
  private final String node;
  private final EventContent content;
  private @Nullable String json;

  /**
   * @param id sorts by the order in which a node told its events
   * @param node name of the server it happened on
   */
  public Event(String id, Instant time, String node, EventContent content) {
    this.id = id;
    this.time = time;
    this.node = node;
    this.content = content;
  }

  public String id() {
    return id;
  }

  public Instant time() {
    return time;
  }

  public String node() {
    return node;
  }

  public EventType type() {
    return content.type();
  }

  public EventContent content() {
    return content;
  }

  /** Its form for others. Written once, whoever asks first. */
  public String json() {
    // Strings are safe to publish so: two threads at worst write the same text twice.
    String written = json;
    if (written == null) {
      written = EventJson.of(this).toString();
      json = written;
    }
    return written;
  }

  @Override
  public String toString() {
    return type().word() + " " + id;
  }
}
