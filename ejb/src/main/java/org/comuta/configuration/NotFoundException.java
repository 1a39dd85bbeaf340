package org.comuta.configuration;

/** There is no such kind, object or revision. */
public final class NotFoundException extends ConfigurationException {
  private static final long serialVersionUID = 1L;

  /** With a sentence that says what there is not. */
  public NotFoundException(String message) {
    super(message);
  }
}
