package org.comuta.identity;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What came of a try to sign in. */
public sealed interface SignIn {
  /**
   * Welcome.
   *
   * @param rights what may be done, never more than the user may
   * @param inPerson whether the user is there, and not a program with a token
   * @param due what the user must do before anything else
   */
  record Accepted(User user, Rights rights, boolean inPerson, Due due) implements SignIn {
    /** The user, with all of the user's rights; with the own account's only while one is due. */
    static Accepted inPerson(User user, Due due) {
      return new Accepted(
          user, due == Due.NOTHING ? user.effectiveRights() : Rights.NONE, true, due);
    }

    /** Everything that may be asked for. */
    public Set<Right> granted() {
      EnumSet<Right> granted = EnumSet.noneOf(Right.class);
      granted.addAll(rights.granted());
      if (inPerson) {
        granted.add(Right.OWN_ACCOUNT);
      }
      return Collections.unmodifiableSet(granted);
    }
  }

  /** The password is right, and a code of the second factor is needed. */
  record CodeNeeded(User user) implements SignIn {}

  /** Wrong name, wrong password or token, or not enabled: not told which. */
  record Refused() implements SignIn {}

  /** Too many failures; not even the right password is taken before then. */
  record Locked(Instant until) implements SignIn {}

  /** Nothing can be said at this moment: too many others sign in. */
  record Busy() implements SignIn {}

  /** A directory that may know the user cannot be reached, so nothing was tried or counted. */
  record DirectoryAway() implements SignIn {}
}
