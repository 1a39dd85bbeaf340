package org.comuta.configuration;

/** There is no such kind, object or revision. */
public final class NotFoundException extends ConfigurationException {
  private static final long serialVersionUID = 1L;

  NotFoundException(String message) {
    super(message);
  }
}
