package org.comuta.backup;

import java.io.IOException;

/** A destination that does not take backups, for a reason that people can mend. */
public final class TargetException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** It cannot be reached. */
    UNREACHABLE,
    /** It shows no fingerprint that was confirmed, or another one. */
    FINGERPRINT,
    /** User, password or key are not taken. */
    SIGN_IN,
    /** It does not let files be written. */
    WRITING
  }

  private final Reason reason;
  private final String fingerprint;

  TargetException(Reason reason, String message) {
    this(reason, message, "");
  }

  TargetException(Reason reason, String message, String fingerprint) {
    super(message);
    this.reason = reason;
    this.fingerprint = fingerprint;
  }

  public Reason reason() {
    return reason;
  }

  /** What it showed; empty when it is about something else. */
  public String fingerprint() {
    return fingerprint;
  }

  static TargetException fingerprint(String confirmed, String shown) {
    return new TargetException(
        Reason.FINGERPRINT,
        confirmed.isEmpty()
            ? "The server shows the fingerprint " + shown + ", which nobody has confirmed yet."
            : "The server shows another fingerprint than the confirmed one: " + shown + ".",
        shown);
  }
}
