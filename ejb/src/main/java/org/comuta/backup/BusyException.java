package org.comuta.backup;

/** Another backup is made or restored just now. */
public final class BusyException extends Exception {
  private static final long serialVersionUID = 1L;

  BusyException() {
    super("Another backup is made or restored just now; try again.");
  }
}
