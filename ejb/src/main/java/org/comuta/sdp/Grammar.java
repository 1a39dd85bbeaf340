package org.comuta.sdp;

import java.util.regex.Pattern;

/**
 * The words of RFC 8866 section 9. What violates them is refused when a part of a description is
 * made, whether it was read or is our own, so that nothing that was made can break a line.
 */
final class Grammar {
  private static final int LONGEST_WORD = 255;
  private static final int LONGEST_VALUE = 4_096;
  private static final Pattern TOKEN =
      Pattern.compile("[!#-'*+\\-.0-9A-Z^-~]{1," + LONGEST_WORD + "}");
  private static final Pattern PROTOCOL = Pattern.compile("[!#-'*+\\-./0-9A-Z^-~]{1,64}");

  private Grammar() {}

  /** A token. */
  static void token(String what, String text) {
    require(TOKEN.matcher(text).matches(), what);
  }

  /** Tokens with strokes between them. */
  static void protocol(String text) {
    require(PROTOCOL.matcher(text).matches(), "protocol");
  }

  /** Visible characters without a space. */
  static void word(String what, String text) {
    require(!text.isEmpty() && text.length() <= LONGEST_WORD && visible(text, false), what);
  }

  /** The rest of a line: no character that ends one or is zero. */
  static void value(String what, String text) {
    require(text.length() <= LONGEST_VALUE && oneLine(text), what);
  }

  /** Whether these are visible ASCII characters and nothing else. */
  static boolean visible(String text, boolean spaces) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character > '~' || character < ' ' || (character == ' ' && !spaces)) {
        return false;
      }
    }
    return true;
  }

  private static boolean oneLine(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '\r' || character == '\n' || character == 0 || character > 0xFF) {
        return false;
      }
    }
    return true;
  }

  static void range(String what, long number, long least, long most) {
    require(number >= least && number <= most, what);
  }

  private static void require(boolean fulfilled, String what) {
    if (!fulfilled) {
      throw new IllegalArgumentException("no proper " + what);
    }
  }
}
