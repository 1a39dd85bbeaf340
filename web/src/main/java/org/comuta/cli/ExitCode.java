package org.comuta.cli;

/** How a command ended, for programs. */
public enum ExitCode {
  /** It was done. */
  DONE(0),
  /** It is against the rules: a field is wrong, others need the object, somebody was faster. */
  REFUSED(1),
  /** The command is not one, or says too little or too much. */
  MISUSED(2),
  /** Not for this user, or the session has ended. */
  FORBIDDEN(3),
  /** Nothing of this name. */
  MISSING(4),
  /** A fault of the server, or something that is not running. */
  UNAVAILABLE(5);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** What the client of SSH ends with. */
  public int number() {
    return number;
  }

  /** What an HTTP status that is no success comes to. */
  static ExitCode ofStatus(int status) {
    return switch (status) {
      case 401, 403 -> FORBIDDEN;
      case 404 -> MISSING;
      default -> status < 500 ? REFUSED : UNAVAILABLE;
    };
  }
}
