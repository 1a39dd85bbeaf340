package org.comuta.identity;

import java.time.Instant;
import java.util.List;
import org.comuta.description.Problem;

/** What came of the change of one's own password. */
public sealed interface PasswordOutcome {
  /** The new one counts; the other sessions of the user have ended. */
  record Changed() implements PasswordOutcome {}

  /** The current password is another one. */
  record WrongPassword() implements PasswordOutcome {}

  /** Too many wrong passwords; not even the right one is taken before then. */
  record Locked(Instant until) implements PasswordOutcome {}

  /** Too many others are waiting for their passwords to be compared. */
  record Busy() implements PasswordOutcome {}

  /** The directory that knows the user cannot be reached. */
  record DirectoryAway() implements PasswordOutcome {}

  /** The new password breaks the rules. */
  record Invalid(List<Problem> problems) implements PasswordOutcome {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}
