package org.comuta.sip.container;

/**
 * The container could not start; it has bound nothing. The message says what an operator must mend.
 */
public final class SipStartException extends Exception {

  private static final long serialVersionUID = 1L;

  public SipStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
