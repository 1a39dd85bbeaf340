package org.comuta.access;

import java.util.List;
import org.comuta.description.Problem;

/** What came of a change, a confirmation or a taking back. */
public sealed interface AccessOutcome {
  /** It is done; the lists stand so. */
  record Done(AccessState state) implements AccessOutcome {}

  /** The rules are not valid, and nothing was changed. */
  record Invalid(List<Problem> problems) implements AccessOutcome {}

  /** The lists were changed by somebody else meanwhile, or taken back; nothing was changed. */
  record Stale(AccessState state) implements AccessOutcome {}

  /** Nothing is on trial. */
  record NothingOnTrial() implements AccessOutcome {}
}
