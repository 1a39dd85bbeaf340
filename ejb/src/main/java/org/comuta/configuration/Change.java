package org.comuta.configuration;

/** What became of an object. */
public enum Change {
  CREATED,
  UPDATED,
  DELETED,
  UNCHANGED
}
