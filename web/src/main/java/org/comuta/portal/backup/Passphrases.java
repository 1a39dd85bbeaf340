package org.comuta.portal.backup;

import java.util.Optional;
import org.comuta.secret.SecretCipher;

/** What a passphrase must be, where people type one. */
final class Passphrases {
  private Passphrases() {}

  /** Why this one is not taken, as the end of a key of texts; none is taken. */
  static Optional<String> objection(String passphrase) {
    boolean good = passphrase.isEmpty() || SecretCipher.isPassphrase(passphrase);
    return good ? Optional.empty() : Optional.of("wrong");
  }
}
