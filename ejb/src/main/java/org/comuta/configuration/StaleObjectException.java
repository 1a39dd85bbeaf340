package org.comuta.configuration;

/** The object was changed since the editor looked at it. */
public final class StaleObjectException extends ConfigurationException {
  private static final long serialVersionUID = 1L;
  private final long currentRevision;

  StaleObjectException(String kind, String name, long expected, long current) {
    super(
        current == 0
            ? "There is no " + kind + " " + name + " any more; revision " + expected + " expected."
            : expected == 0
                ? "There is a " + kind + " " + name + " already."
                : "The " + kind + " " + name + " was changed by revision " + current + ".");
    this.currentRevision = current;
  }

  /** The revision that changed it last; 0 when there is none. */
  public long currentRevision() {
    return currentRevision;
  }
}
