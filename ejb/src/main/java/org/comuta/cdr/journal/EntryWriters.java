package org.comuta.cdr.journal;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Lends writers, so that lanes neither wait nor allocate: whoever finds its place empty makes a new
 * one. Thread locals would not do, because lanes may run on short-lived virtual threads.
 */
final class EntryWriters {
  private static final int PLACES = 64;

  private final AtomicReferenceArray<@Nullable EntryWriter> places =
      new AtomicReferenceArray<>(PLACES);

  EntryWriter take() {
    EntryWriter writer = places.getAndSet(place(), null);
    return writer == null ? new EntryWriter() : writer;
  }

  void give(EntryWriter writer) {
    if (writer.worthKeeping()) {
      places.set(place(), writer);
    }
  }

  private static int place() {
    return (int) Thread.currentThread().threadId() & (PLACES - 1);
  }
}
