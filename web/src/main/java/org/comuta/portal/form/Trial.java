package org.comuta.portal.form;

import org.comuta.number.InvalidPatternException;
import org.comuta.number.NumberFilter;
import org.comuta.number.NumberRewrite;

/**
 * What a filter and a rewrite make of a number, as they would of that of a call.
 *
 * @param number as it goes on; empty unless it was accepted
 * @param message what is wrong, in English; empty when nothing is
 */
record Trial(Verdict verdict, String number, String message) {
  enum Verdict {
    /** Accepted, and changed. */
    CHANGED,
    /** Accepted as it is. */
    ACCEPTED,
    REFUSED,
    /** Filter or rewrite cannot be read. */
    WRONG
  }

  /** Tries a number, which may be any text. */
  static Trial of(String filter, String rewrite, String number) {
    try {
      NumberFilter accepting = NumberFilter.parse(filter);
      NumberRewrite changing = NumberRewrite.parse(rewrite);
      if (!accepting.accepts(number)) {
        return new Trial(Verdict.REFUSED, "", "");
      }
      String changed = changing.apply(number);
      return new Trial(changed.equals(number) ? Verdict.ACCEPTED : Verdict.CHANGED, changed, "");
    } catch (InvalidPatternException wrong) {
      return new Trial(Verdict.WRONG, "", String.valueOf(wrong.getMessage()));
    }
  }
}
