package org.comuta.cdr.journal;

/** Octets that are no entry; the disk's fault, or a newer version wrote them. */
public final class MalformedEntryException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedEntryException(String message) {
    super(message);
  }
}
