package org.comuta.nap;

/** What stands behind a NAP. */
public enum NapKind {
  SIP
}
