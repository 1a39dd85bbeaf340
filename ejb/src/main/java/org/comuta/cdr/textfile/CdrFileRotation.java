package org.comuta.cdr.textfile;

/** How much time one text file holds. */
public enum CdrFileRotation {
  MINUTE,
  HOUR,
  DAY
}
