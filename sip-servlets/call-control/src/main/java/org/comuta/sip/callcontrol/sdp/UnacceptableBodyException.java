package org.comuta.sip.callcontrol.sdp;

/** A body that does not pass: the sender is told the status. */
public final class UnacceptableBodyException extends Exception {
  private static final long serialVersionUID = 1L;
  private final int sipStatus;

  public UnacceptableBodyException(int sipStatus, String message) {
    super(message);
    this.sipStatus = sipStatus;
  }

  /** 400, 413, 415 or 488. */
  public int sipStatus() {
    return sipStatus;
  }
}
