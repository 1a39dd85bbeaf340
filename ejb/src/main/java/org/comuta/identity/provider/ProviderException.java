package org.comuta.identity.provider;

/** Why somebody is not signed in by a provider. The message is for logs: no secret is in it. */
public final class ProviderException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whose fault it is. */
  public enum Reason {
    /** The provider does not answer as it should. */
    AWAY,
    /** What came is forged, too old, or meant for somebody else. */
    FORGED,
    /** The person, or the provider, gave up. */
    DENIED,
    /** The person is known there, and may not sign in here. */
    NOT_ALLOWED
  }

  private final Reason reason;

  /** For this reason. */
  public ProviderException(Reason reason, String message) {
    super(message.replaceAll("\\p{Cntrl}+", " "), null, false, false);
    this.reason = reason;
  }

  static ProviderException away(String message) {
    return new ProviderException(Reason.AWAY, message);
  }

  static ProviderException forged(String message) {
    return new ProviderException(Reason.FORGED, message);
  }

  static ProviderException notAllowed(String message) {
    return new ProviderException(Reason.NOT_ALLOWED, message);
  }

  public Reason reason() {
    return reason;
  }
}
