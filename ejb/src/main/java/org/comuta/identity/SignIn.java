package org.comuta.identity;

import java.time.Instant;

/** What came of a try to sign in. */
public sealed interface SignIn {
  /** Welcome. */
  record Accepted(User user) implements SignIn {}

  /** Wrong name, wrong password or token, or not enabled: not told which. */
  record Refused() implements SignIn {}

  /** Too many failures; not even the right password is taken before then. */
  record Locked(Instant until) implements SignIn {}

  /** Too many others are signing in at this moment. */
  record Busy() implements SignIn {}
}
