package org.comuta.identity;

import org.jspecify.annotations.Nullable;

/** What a page or a request asks for: a level in an area, or to be about oneself. */
public enum Right {
  /** See the configuration, its revisions and what differs. */
  SEE_CONFIGURATION(Area.CONFIGURATION, Level.READ),
  /** Change, apply and restore the configuration. */
  CONFIGURE(Area.CONFIGURATION, Level.FULL),
  /** See live calls, records and state. */
  SEE_MONITORING(Area.MONITORING, Level.READ),
  /** Act on what is running: end live calls, acknowledge alarms. */
  OPERATE(Area.MONITORING, Level.FULL),
  /** See logs and explanations. */
  SEE_DIAGNOSTICS(Area.DIAGNOSTICS, Level.READ),
  /** Change levels of logs, take and load down captures. */
  DIAGNOSE(Area.DIAGNOSTICS, Level.FULL),
  /** See users, tokens, sessions and the audit log. */
  SEE_ADMINISTRATION(Area.ADMINISTRATION, Level.READ),
  /** Manage users, tokens and sessions, and the server itself. */
  ADMINISTER(Area.ADMINISTRATION, Level.FULL),
  /** One's own password, tokens and sessions. Everybody who signs in has it, a token never. */
  OWN_ACCOUNT(null, Level.NONE);

  private final @Nullable Area area;
  private final Level level;

  Right(@Nullable Area area, Level level) {
    this.area = area;
    this.level = level;
  }

  /** The area it is of; null where it is of none. */
  public @Nullable Area area() {
    return area;
  }

  Level level() {
    return level;
  }

  /** Whether who has these levels has it. */
  boolean followsFrom(Rights rights) {
    return area != null && rights.in(area).covers(level);
  }
}
