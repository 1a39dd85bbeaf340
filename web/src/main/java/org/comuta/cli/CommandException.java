package org.comuta.cli;

import java.util.List;

/** A command that was not done. */
public final class CommandException extends RuntimeException {
  private final ExitCode exitCode;
  private final boolean signedOut;
  private final String key;
  private final transient List<Object> parts;

  private CommandException(ExitCode exitCode, boolean signedOut, String key, List<Object> parts) {
    super(key + " " + parts);
    this.exitCode = exitCode;
    this.signedOut = signedOut;
    this.key = key;
    this.parts = parts;
  }

  /** A command that cannot be understood; the text of the key says why. */
  public static CommandException misused(String key, Object... parts) {
    return new CommandException(ExitCode.MISUSED, false, key, List.of(parts));
  }

  /** A command that cannot be done now; the text of the key says why. */
  public static CommandException of(ExitCode exitCode, String key, Object... parts) {
    return new CommandException(exitCode, false, key, List.of(parts));
  }

  /** What the API said. */
  static CommandException told(ExitCode exitCode, String message) {
    return new CommandException(exitCode, false, "told", List.of(message));
  }

  /** The session is over. */
  static CommandException over() {
    return new CommandException(ExitCode.FORBIDDEN, true, "sessionOver", List.of());
  }

  /** How the command ends. */
  public ExitCode exitCode() {
    return exitCode;
  }

  /** Whether the session is over, so that no other command can be done either. */
  public boolean isSignedOut() {
    return signedOut;
  }

  /** What to tell. */
  public String text(Texts texts) {
    return texts.of(key, parts.toArray());
  }
}
