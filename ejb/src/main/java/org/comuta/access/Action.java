package org.comuta.access;

/** What becomes of somebody who asks. */
public enum Action {
  ALLOW,
  DENY
}
