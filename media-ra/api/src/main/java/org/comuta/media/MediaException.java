package org.comuta.media;

/** Why an engine did not do what it was asked. */
public final class MediaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The kinds of failure. */
  public enum Kind {
    /** What was asked makes no sense: an error of ours. */
    INVALID,
    /** Every port of the range is taken. */
    NO_PORTS,
    /** An address of ours that this machine does not have. */
    NO_SUCH_ADDRESS,
    /** The engine holds no such call. */
    NO_SUCH_CALL,
    /** The operating system refused: descriptors, memory. */
    NO_RESOURCES,
    /** There is no engine at present, or it went away before it answered. */
    ENGINE_LOST
  }

  private final Kind kind;

  public MediaException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
