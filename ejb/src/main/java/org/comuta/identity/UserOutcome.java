package org.comuta.identity;

import java.util.List;
import org.comuta.description.Problem;

/** What came of the change of a user. */
public sealed interface UserOutcome {
  /** The user is new. */
  record Created(User user) implements UserOutcome {}

  /** The user was there and is changed. */
  record Changed(User user) implements UserOutcome {}

  /** The user is gone. */
  record Deleted(User user) implements UserOutcome {}

  /** There is no such user. */
  record Missing() implements UserOutcome {}

  /** Nothing was changed, because what was asked is wrong. */
  record Invalid(List<Problem> problems) implements UserOutcome {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }

  /** Nothing was changed: the user has, or would have, more rights than the one who asks. */
  record BeyondRights() implements UserOutcome {}

  /** Nothing was changed, because nobody could administer the exchange afterwards. */
  record LastAdministrator() implements UserOutcome {}
}
