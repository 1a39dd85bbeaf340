package org.comuta.identity;

import java.time.Instant;

/** What came of the removal of one's own second factor. */
public sealed interface SecondFactorOutcome {
  /** There is none any more. */
  record Removed() implements SecondFactorOutcome {}

  /** The code is wrong, or was used before; counted as a wrong one at sign-in. */
  record WrongCode() implements SecondFactorOutcome {}

  /** Too many wrong passwords and codes; not even a right code is taken before then. */
  record Locked(Instant until) implements SecondFactorOutcome {}
}
