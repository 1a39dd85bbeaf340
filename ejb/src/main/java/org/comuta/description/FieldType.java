package org.comuta.description;

/** What the values of a field are in JSON. */
public enum FieldType {
  TEXT,
  BOOLEAN,
  /** Whole number. */
  NUMBER,
  /** One of a few words; upper or lower case does not matter. */
  CHOICE
}
