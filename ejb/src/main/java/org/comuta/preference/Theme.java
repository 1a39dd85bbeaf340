package org.comuta.preference;

/** Whether the portal is light or dark. */
public enum Theme {
  /** As the browser's system is. */
  SYSTEM,
  LIGHT,
  DARK
}
