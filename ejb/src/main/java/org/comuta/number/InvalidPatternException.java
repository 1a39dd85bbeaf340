package org.comuta.number;

/** A filter or rewrite that cannot be read. The message says what is wrong and where. */
public final class InvalidPatternException extends Exception {
  private static final long serialVersionUID = 1L;
  private final int position;

  InvalidPatternException(String what, int position) {
    super(what + " (position " + position + ")");
    this.position = position;
  }

  /** The character at fault, 1 for the first. */
  public int position() {
    return position;
  }
}
