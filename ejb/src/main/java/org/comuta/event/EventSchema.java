package org.comuta.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The form of events, written down for others. */
public final class EventSchema {
  /** Name of the file beside this class. */
  public static final String FILE = "events-" + Event.SCHEMA_VERSION + ".json";

  private EventSchema() {}

  /** The JSON Schema (draft 2020-12) that every event of this version keeps to. */
  public static String text() {
    try (InputStream in = EventSchema.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
