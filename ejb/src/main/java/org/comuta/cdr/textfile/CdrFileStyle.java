package org.comuta.cdr.textfile;

/** What one line of a text file stands for. */
public enum CdrFileStyle {
  /** A call. */
  CALL,
  /** A try at a destination, retries included; a call without any try has one line too. */
  ATTEMPT
}
