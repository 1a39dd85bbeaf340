package org.comuta.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.comuta.configuration.ObjectProblem;
import org.comuta.description.Problem;
import org.comuta.provisioning.FileException;
import org.comuta.rest.ConfigurationViews.ProblemView;
import org.comuta.secret.SecretCipher;
import org.jspecify.annotations.Nullable;

/** Files in requests: their text, and what is wrong with them. */
final class FileBody {
  /** Most octets of an imported file. */
  static final int MOST_OCTETS = 16 << 20;

  /** Header with the passphrase of encrypted secrets. */
  static final String PASSPHRASE = "Comuta-Passphrase";

  private FileBody() {}

  /** The text of the body, in UTF-8. */
  static String text(InputStream body) throws IOException {
    byte[] octets = body.readNBytes(MOST_OCTETS + 1);
    if (octets.length > MOST_OCTETS) {
      throw ApiProblem.of(
          413,
          "too-large",
          "Content too large",
          "The file is larger than " + MOST_OCTETS + " octets.");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException broken) {
      throw ApiProblem.badRequest("malformed-file", "The file is not in UTF-8.");
    }
  }

  /** The problem of a file that cannot be read. */
  static ApiProblem malformed(FileException malformed) {
    String message = String.valueOf(malformed.getMessage());
    ObjectProblem problem =
        new ObjectProblem("", "", new Problem("", "syntax", message), malformed.line());
    return ApiProblem.of(
        400,
        "malformed-file",
        "Bad request",
        malformed.line() == 0 ? message : "Line " + malformed.line() + ": " + message,
        JsonViews.value(List.of(ProblemView.of(problem))).asJsonArray());
  }

  /** The passphrase of the header, or null without one. */
  static @Nullable String passphrase(@Nullable String header) {
    if (header == null) {
      return null;
    }
    if (!SecretCipher.isPassphrase(header)) {
      throw ApiProblem.badRequest(
          "header",
          "%s must have %d to %d printable characters of ASCII."
              .formatted(
                  PASSPHRASE, SecretCipher.SHORTEST_PASSPHRASE, SecretCipher.LONGEST_PASSPHRASE));
    }
    return header;
  }
}
