package org.comuta.secret;

/**
 * A sealed secret that cannot be opened here. The message says why and has nothing secret in it.
 */
public final class UnreadableSecretException extends RuntimeException {
  UnreadableSecretException(String message) {
    super(message);
  }
}
