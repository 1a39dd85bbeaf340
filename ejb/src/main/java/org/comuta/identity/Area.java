package org.comuta.identity;

/** A part of the exchange that rights are given for; the portal's menu has the same four. */
public enum Area {
  /** NAPs, routes and everything else that is saved and applied. */
  CONFIGURATION,
  /** Live calls, records, registrations, alarms. */
  MONITORING,
  /** Logs, captures, the explanation of a route. */
  DIAGNOSTICS,
  /** Users, tokens, sessions, the audit log, the server itself. */
  ADMINISTRATION
}
