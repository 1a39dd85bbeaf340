package org.comuta.access;

/** What an access list lets in to, or keeps out of. */
public enum Service {
  /** The pages for people. */
  PORTAL,
  /** REST and whatever else programs ask. */
  API,
  /** The command line over SSH. */
  SSH,
  /** Metrics and health. */
  METRICS
}
