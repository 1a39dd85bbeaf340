package org.comuta.configuration;

/** What becomes of what an imported file does not say. */
public enum ImportMode {
  /** Objects, and fields of objects, that the file does not name stay as they are. */
  MERGE,
  /** Kinds that the file names have only its objects afterwards, whose other fields are default. */
  REPLACE
}
