package org.comuta.media.process.protocol;

import java.io.IOException;

/** The other end sent what is no message of this protocol; the connection is of no use any more. */
public final class ProtocolException extends IOException {
  private static final long serialVersionUID = 1L;

  public ProtocolException(String message) {
    super(message);
  }
}
