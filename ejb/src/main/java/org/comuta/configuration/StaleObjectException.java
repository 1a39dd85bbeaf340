package org.comuta.configuration;

/** The object, or the configuration, was changed since the editor looked at it. */
public final class StaleObjectException extends ConfigurationException {
  private static final long serialVersionUID = 1L;
  private final long currentRevision;

  private StaleObjectException(String message, long currentRevision) {
    super(message);
    this.currentRevision = currentRevision;
  }

  /** The object is at another revision than was expected. */
  public static StaleObjectException of(String kind, String name, long expected, long current) {
    String what = kind + " " + name;
    String message;
    if (expected == Edit.ANY) {
      message = "There is no " + what + ".";
    } else if (current == 0) {
      message = "There is no " + what + " any more; revision " + expected + " expected.";
    } else if (expected == 0) {
      message = "There is a " + what + " already.";
    } else {
      message = "The " + what + " was changed by revision " + current + ".";
    }
    return new StaleObjectException(message, current);
  }

  /** Throws when the configuration is at another revision than this editor expects. */
  static void expectLatest(Edit edit, StateEntity state) {
    Long expected = edit.expectedRevision();
    if (expected != null && expected != Edit.ANY && expected != state.latestRevision) {
      throw new StaleObjectException(
          "The configuration is at revision " + state.latestRevision + ", not " + expected + ".",
          state.latestRevision);
    }
  }

  /** The revision that changed it last; 0 when there is none. */
  public long currentRevision() {
    return currentRevision;
  }
}
