package org.comuta.cli;

import org.jspecify.annotations.Nullable;

/** Where a command speaks, and where it may ask. One thread. */
public interface Console {
  /** What was asked for. */
  void line(String text);

  /** What a person is told beside it. */
  void note(String text);

  /** What went wrong. */
  void problem(String text);

  /** Columns that lines should not go beyond; 0 when nobody looks. */
  int width();

  /** Makes the head of a table stand out, where that can be seen. */
  default String strong(String text) {
    return text;
  }

  /** Whether a person is there to be asked. */
  default boolean isInteractive() {
    return false;
  }

  /**
   * What a person answers, without showing it; null when there is none, or the question is over.
   */
  default @Nullable String secret(String question) {
    return null;
  }

  /** What a person answers; null when there is none, or the question is over. */
  default @Nullable String answer(String question) {
    return null;
  }

  /** Waits a moment; true when the person wants to see no more, or is gone. */
  boolean isInterrupted(long millis);

  /** The screen for a live view; null when there is none. */
  default @Nullable Screen screen() {
    return null;
  }
}
