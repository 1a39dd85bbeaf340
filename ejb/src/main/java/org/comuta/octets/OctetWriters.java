package org.comuta.octets;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Lends writers, so that lanes neither wait nor allocate: whoever finds its place empty makes a new
 * one. Thread locals would not do, because lanes may run on short-lived virtual threads.
 */
public final class OctetWriters {
  private static final int PLACES = 64;

  private final AtomicReferenceArray<@Nullable OctetWriter> places =
      new AtomicReferenceArray<>(PLACES);

  public OctetWriter take() {
    OctetWriter writer = places.getAndSet(place(), null);
    return writer == null ? new OctetWriter() : writer;
  }

  public void give(OctetWriter writer) {
    if (writer.worthKeeping()) {
      places.set(place(), writer);
    }
  }

  private static int place() {
    return (int) Thread.currentThread().threadId() & (PLACES - 1);
  }
}
