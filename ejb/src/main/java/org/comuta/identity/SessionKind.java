package org.comuta.identity;

/** What somebody signed in to. */
public enum SessionKind {
  /** The portal, with a browser. */
  PORTAL,
  /** The command line, over SSH. */
  SSH
}
