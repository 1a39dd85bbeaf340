package org.comuta.identity.directory;

/** The directory does not answer, or not to us; the steps say why. */
final class DirectoryAwayException extends Exception {
  private static final long serialVersionUID = 1L;

  DirectoryAwayException(String message) {
    super(message, null, false, false);
  }
}
