package org.comuta.number;

import java.util.Set;

/**
 * Reads {@code [...]} of a POSIX regular expression (IEEE Std 1003.1, Base Definitions 9.3.5) and
 * writes it for RE2/J. In it a backslash is a character like any other.
 */
final class BracketExpression {
  private static final Set<String> CLASSES =
      Set.of(
          "alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space",
          "upper", "xdigit");

  private final String text;
  private final int offset;
  private final StringBuilder out;
  private int at;

  private BracketExpression(String text, int at, int offset, StringBuilder out) {
    this.text = text;
    this.at = at;
    this.offset = offset;
    this.out = out;
  }

  /** Copies the expression that opens at this index; the index behind it. */
  static int copy(String text, int open, int offset, StringBuilder out)
      throws InvalidPatternException {
    BracketExpression bracket = new BracketExpression(text, open, offset, out);
    bracket.copy();
    return bracket.at;
  }

  private void copy() throws InvalidPatternException {
    int open = at++;
    out.append('[');
    if (at < text.length() && text.charAt(at) == '^') {
      out.append('^');
      at++;
    }
    int first = at;
    while (at < text.length() && (text.charAt(at) != ']' || at == first)) {
      element();
    }
    if (at >= text.length()) {
      throw wrong("'[' is not closed", open);
    }
    out.append(']');
    at++;
  }

  private void element() throws InvalidPatternException {
    if (text.startsWith("[:", at)) {
      characterClass();
      return;
    }
    if (text.startsWith("[.", at) || text.startsWith("[=", at)) {
      throw wrong("collating symbols and equivalence classes are not supported", at);
    }
    int start = at;
    char low = character();
    if (at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']') {
      at++;
      if (text.charAt(at) == '['
          && at + 1 < text.length()
          && ":.=".indexOf(text.charAt(at + 1)) >= 0) {
        throw wrong("a range cannot end in a class", at);
      }
      char high = character();
      if (high < low) {
        throw wrong("the range " + low + "-" + high + " is the wrong way round", start);
      }
      member(low);
      out.append('-');
      member(high);
    } else {
      member(low);
    }
  }

  private char character() throws InvalidPatternException {
    char c = text.charAt(at);
    if (c == '\\' && at + 1 < text.length() && "dDwWsS".indexOf(text.charAt(at + 1)) >= 0) {
      throw wrong("'\\' has no special meaning within [ ]; write [0-9] or [[:digit:]]", at);
    }
    at++;
    return c;
  }

  private void characterClass() throws InvalidPatternException {
    int end = text.indexOf(":]", at + 2);
    String name = end < 0 ? "" : text.substring(at + 2, end);
    if (!CLASSES.contains(name)) {
      throw wrong("not a character class; write for example [[:digit:]]", at);
    }
    out.append("[:").append(name).append(":]");
    at = end + 2;
  }

  private void member(char c) {
    if ("\\]^-[&".indexOf(c) >= 0) {
      out.append('\\');
    }
    out.append(c);
  }

  private InvalidPatternException wrong(String what, int index) {
    return new InvalidPatternException(what, offset + index + 1);
  }
}
