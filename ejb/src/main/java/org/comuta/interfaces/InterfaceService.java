package org.comuta.interfaces;

/** What may be reached at an interface, or goes out through it. */
public enum InterfaceService {
  /** Signalling of calls. */
  SIP,
  /** Media of calls (RTP, RTCP). */
  MEDIA,
  /** The pages for people. */
  PORTAL,
  /** REST and whatever else programs ask. */
  API,
  /** The command line over SSH. */
  SSH,
  /** Metrics and health. */
  METRICS
}
