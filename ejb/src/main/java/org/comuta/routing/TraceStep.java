package org.comuta.routing;

/**
 * One step of a decision, kept as data with the call's record.
 *
 * @param stage what was decided: {@code origin}, {@code admission}, {@code route}, {@code attempt}
 * @param object name of the NAP or route it concerns; may be empty
 * @param verdict whether it was kept
 * @param detail the rule that decided, and on which value
 */
public record TraceStep(String stage, String object, Verdict verdict, String detail) {
  /** What a step decided. */
  public enum Verdict {
    KEPT,
    DROPPED,
    CHANGED
  }
}
