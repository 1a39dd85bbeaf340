package org.comuta.octets;

/** Octets that are no entry; the disk's fault, or a newer version wrote them. */
public final class MalformedOctetsException extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedOctetsException(String message) {
    super(message);
  }
}
