package org.comuta.call.answered;

import java.util.List;

/** Where answered calls are kept, so that they outlive this process. Any thread, never blocks. */
public interface AnsweredCalls {
  /** Keeps nothing. */
  AnsweredCalls NONE =
      new AnsweredCalls() {
        @Override
        public KeptCall place() {
          return KeptCall.NONE;
        }

        @Override
        public List<Survivor> takeSurvivors() {
          return List.of();
        }
      };

  /** A call of an earlier process that nobody goes on with yet. */
  record Survivor(AnsweredCall call, boolean acknowledged, KeptCall kept) {}

  /** A place for one call; nothing is kept before its first save. */
  KeptCall place();

  /**
   * The calls that an earlier process left, each told once. Whoever takes them goes on with them or
   * ends them.
   */
  List<Survivor> takeSurvivors();
}
