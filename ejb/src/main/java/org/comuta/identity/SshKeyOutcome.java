package org.comuta.identity;

import java.util.List;
import org.comuta.description.Problem;

/** What came of adding or removing a public key. */
public sealed interface SshKeyOutcome {
  /** There it is. */
  record Added(SshKey key) implements SshKeyOutcome {}

  /** It opens nothing any more. */
  record Removed() implements SshKeyOutcome {}

  /** The key, or its description, is not to be taken. */
  record Invalid(List<Problem> problems) implements SshKeyOutcome {}

  /** There is no such user. */
  record Missing() implements SshKeyOutcome {}

  /** The user has more rights than the one who asks, who could sign in with such a key. */
  record BeyondRights() implements SshKeyOutcome {}
}
