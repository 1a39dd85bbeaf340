package org.comuta.alarm;

/** Perceived severity, ITU-T X.733 section 8.1.2.3; the worst first. */
public enum Severity {
  /** Service is lost: act at once. */
  CRITICAL,
  /** Service suffers: act soon. */
  MAJOR,
  /** Nothing suffers yet: act before it gets worse. */
  MINOR,
  /** Something may come of it: look into it. */
  WARNING
}
