package org.comuta.description;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the form of a private key, as OpenSSH writes it or in PEM (RFC 7468). */
final class PrivateKeyCheck {
  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e\\r\\n\\t]*");
  private static final Pattern KEY =
      Pattern.compile(
          "^-----BEGIN ([A-Z ]*PRIVATE KEY)-----\\s*$[^-]+^-----END \\1-----\\s*$",
          Pattern.MULTILINE);
  private static final Pattern ENCRYPTED =
      Pattern.compile("BEGIN ENCRYPTED|^Proc-Type:.*ENCRYPTED", Pattern.MULTILINE);

  private PrivateKeyCheck() {}

  /** What is wrong, as the end of a sentence that begins with the field; null when nothing is. */
  static @Nullable String complaint(String text) {
    if (text.isBlank()) {
      return null;
    }
    if (ENCRYPTED.matcher(text).find()) {
      return "must be a private key without a password of its own";
    }
    return PRINTABLE.matcher(text).matches() && KEY.matcher(text).find()
        ? null
        : "must be a private key with its line breaks, from -----BEGIN to -----END";
  }
}
