package org.comuta.description;

/** Units of numbers. */
public enum Unit {
  NONE,
  SECONDS,
  DAYS,
  CALLS,
  CALLS_PER_SECOND
}
