package org.comuta.portal.table;

/** How a column is filtered. */
public enum Filter {
  /** Not at all. */
  NONE,
  /** A text that the value has in it. */
  TEXT,
  /** A text that the value begins with, so that an index helps. */
  BEGINNING,
  /** A number, or bounds of numbers. */
  NUMBER,
  /** One of a few words. */
  CHOICE,
  /** From one moment to another, or the last hours or days. */
  MOMENT
}
