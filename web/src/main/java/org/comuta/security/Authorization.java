package org.comuta.security;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** What an {@code Authorization} header says. */
sealed interface Authorization {
  /** Name and password, RFC 7617, in UTF-8. */
  record Basic(String name, String password) implements Authorization {
    /** Without the password, so that it never reaches a log. */
    @Override
    public String toString() {
      return "Basic[name=" + name + "]";
    }
  }

  /** A token, RFC 6750. */
  record Bearer(String secret) implements Authorization {
    /** Without the secret, so that it never reaches a log. */
    @Override
    public String toString() {
      return "Bearer[]";
    }
  }

  /** A session of the command line, which runs in this process. */
  record Terminal(String secret) implements Authorization {
    /** Without the secret, so that it never reaches a log. */
    @Override
    public String toString() {
      return "Terminal[]";
    }
  }

  /** Something else, or broken. */
  record Unusable() implements Authorization {}

  /** Most characters looked at. */
  int LONGEST = 1_024;

  /** Reads the value of the header. */
  static Authorization parse(String header) {
    int space = header.indexOf(' ');
    if (space < 0 || header.length() > LONGEST) {
      return new Unusable();
    }
    String value = header.substring(space + 1).strip();
    return switch (header.substring(0, space).toLowerCase(Locale.ROOT)) {
      case "basic" -> basic(value);
      case "terminal" -> new Terminal(value);
      case "bearer" -> value.isEmpty() ? new Unusable() : new Bearer(value);
      default -> new Unusable();
    };
  }

  private static Authorization basic(String encoded) {
    String pair;
    try {
      pair =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Base64.getDecoder().decode(encoded)))
              .toString();
    } catch (IllegalArgumentException | CharacterCodingException broken) {
      return new Unusable();
    }
    int colon = pair.indexOf(':');
    return colon < 0
        ? new Unusable()
        : new Basic(pair.substring(0, colon), pair.substring(colon + 1));
  }
}
