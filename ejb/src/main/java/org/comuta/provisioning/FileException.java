package org.comuta.provisioning;

/** A file that cannot be read at all. */
public final class FileException extends Exception {
  private static final long serialVersionUID = 1L;
  private final int line;

  FileException(String message, int line) {
    super(message);
    this.line = line;
  }

  /** Where, from 1; 0 where it cannot be said. */
  public int line() {
    return line;
  }
}
