package org.comuta.identity;

/** What somebody may do; a {@link Role} is a set of these. */
public enum Right {
  /** See configuration, live calls, records and state. */
  READ,
  /** End live calls. */
  CONTROL_CALLS,
  /** Change, apply and restore the configuration. */
  CONFIGURE,
  /** Manage users and everybody's tokens, read the audit log. */
  ADMINISTER
}
