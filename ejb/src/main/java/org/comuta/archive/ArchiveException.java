package org.comuta.archive;

/** A backup that is not taken. Nothing has changed. */
public final class ArchiveException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** It is no backup of ours, or one of a form not known here. */
    FORMAT,
    /** It was changed, or is not whole. */
    DAMAGED,
    /** It has a passphrase and none or another one was given, or has none and one was given. */
    PASSPHRASE,
    /** It is larger than what is taken. */
    TOO_LARGE
  }

  private final Reason reason;

  public ArchiveException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  static ArchiveException damaged(String message) {
    return new ArchiveException(Reason.DAMAGED, message);
  }

  static ArchiveException format(String message) {
    return new ArchiveException(Reason.FORMAT, message);
  }

  static ArchiveException tooLarge(String message) {
    return new ArchiveException(Reason.TOO_LARGE, message);
  }
}
