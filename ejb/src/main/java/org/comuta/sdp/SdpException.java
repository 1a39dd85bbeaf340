package org.comuta.sdp;

/** A session description that cannot be read: the fault of whoever wrote it. */
public final class SdpException extends Exception {
  private static final long serialVersionUID = 1L;
  private final int line;

  /**
   * @param line which line, from 1; 0 when it is about the whole
   */
  SdpException(int line, String message) {
    super(line == 0 ? message : "line " + line + ": " + message);
    this.line = line;
  }

  /** Which line is wrong, from 1; 0 when it is about the whole. */
  public int line() {
    return line;
  }
}
