package org.comuta.number;

import com.google.re2j.Pattern;

/**
 * Reads a POSIX extended regular expression (IEEE Std 1003.1, Base Definitions 9.4) and writes it
 * for RE2/J. What POSIX leaves undefined is refused with the position, rather than read in some
 * way: an administrator who wrote it meant something else. Accepted beyond POSIX: {@code \d},
 * {@code \w}, {@code \s} and their opposites.
 *
 * <p>Time to match grows linearly with the number; length and size are bounded.
 */
final class ExtendedExpression {
  /** Longest expression, in characters. */
  static final int LONGEST = 255;

  /** Most steps a compiled expression may have, repetitions multiplied out. */
  static final int LARGEST = 2_000;

  private static final int MOST_REPETITIONS = 255;
  private static final String SPECIAL = "^$.[]|()*+?{}\\";

  private final String text;
  private final int offset;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder prefix = new StringBuilder();
  private int at;
  private int depth;
  private int groups;
  private boolean anchored;
  private boolean prefixOpen;
  private int atomStart;

  private ExtendedExpression(String text, int offset) {
    this.text = text;
    this.offset = offset;
  }

  /**
   * A read expression.
   *
   * @param pattern compiled; longest leftmost match
   * @param groups number of groups
   * @param prefix what every text it matches begins with; empty when none is known
   */
  record Compiled(Pattern pattern, int groups, String prefix) {}

  /** Reads and compiles; positions in messages are counted from {@code offset}. */
  static Compiled compile(String text, int offset) throws InvalidPatternException {
    ExtendedExpression expression = new ExtendedExpression(text, offset);
    if (text.length() > LONGEST) {
      throw expression.wrong("more than " + LONGEST + " characters", LONGEST);
    }
    expression.alternatives();
    if (expression.at < text.length()) {
      throw expression.wrong("')' closes nothing; write \\) for the character", expression.at);
    }
    try {
      Pattern pattern =
          Pattern.compile(expression.out.toString(), Pattern.DOTALL | Pattern.LONGEST_MATCH);
      return new Compiled(pattern, expression.groups, expression.prefix.toString());
    } catch (com.google.re2j.PatternSyntaxException e) {
      throw expression.wrong(e.getDescription(), 0);
    }
  }

  private long alternatives() throws InvalidPatternException {
    long size = branch();
    while (at < text.length() && text.charAt(at) == '|') {
      if (depth == 0) {
        prefix.setLength(0);
        prefixOpen = false;
        anchored = true;
      }
      out.append('|');
      at++;
      size += 1 + branch();
    }
    return size;
  }

  private long branch() throws InvalidPatternException {
    int start = at;
    long size = 0;
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      size += piece();
      if (size > LARGEST) {
        throw wrong("too many repetitions: the expression grows too large", at - 1);
      }
    }
    if (at == start) {
      throw wrong("an empty alternative would match everything", Math.max(at - 1, 0));
    }
    return size;
  }

  private long piece() throws InvalidPatternException {
    int known = prefix.length();
    atomStart = at;
    boolean anchor = text.charAt(at) == '^' || text.charAt(at) == '$';
    long size = atom();
    if (at >= text.length() || "*+?{".indexOf(text.charAt(at)) < 0) {
      return size;
    }
    if (anchor) {
      throw wrong("an anchor cannot be repeated", at);
    }
    prefix.setLength(Math.min(known, prefix.length()));
    prefixOpen = false;
    size = repetition(size);
    if (at < text.length() && "*+?{".indexOf(text.charAt(at)) >= 0) {
      throw wrong("a repetition cannot be repeated; put a group around it", at);
    }
    return size;
  }

  private long atom() throws InvalidPatternException {
    char c = text.charAt(at);
    switch (c) {
      case '^' -> {
        out.append('^');
        at++;
        if (depth == 0 && !anchored && atomStart == 0) {
          prefixOpen = true;
        }
        anchored = true;
      }
      case '$', '.' -> {
        out.append(c);
        at++;
        prefixOpen = false;
      }
      case '(' -> {
        return group();
      }
      case '[' -> {
        prefixOpen = false;
        at = BracketExpression.copy(text, at, offset, out);
      }
      case '\\' -> escape();
      case '*', '+', '?' ->
          throw wrong("'" + c + "' has nothing to repeat; write \\" + c + " for the character", at);
      case '{' -> throw wrong("'{' must follow what it repeats; write \\{ for the character", at);
      default -> {
        literal(c);
        at++;
      }
    }
    return 1;
  }

  private long group() throws InvalidPatternException {
    int open = at++;
    prefixOpen = false;
    groups++;
    depth++;
    out.append('(');
    if (at < text.length() && text.charAt(at) == ')') {
      throw wrong("an empty group", open);
    } else if (at >= text.length()) {
      throw wrong("'(' is not closed", open);
    }
    long size = alternatives() + 2;
    if (at >= text.length()) {
      throw wrong("'(' is not closed", open);
    }
    out.append(')');
    at++;
    depth--;
    return size;
  }

  private void escape() throws InvalidPatternException {
    if (at + 1 >= text.length()) {
      throw wrong("'\\' at the end escapes nothing", at);
    }
    char c = text.charAt(at + 1);
    if ("dDwWsS".indexOf(c) >= 0) {
      prefixOpen = false;
      out.append('\\').append(c);
    } else if (c >= '1' && c <= '9') {
      throw wrong("references back to a group are not possible in an expression", at);
    } else if (Character.isLetterOrDigit(c)) {
      throw wrong("'\\" + c + "' has no meaning", at);
    } else {
      literal(c);
    }
    at += 2;
  }

  private void literal(char c) {
    if (SPECIAL.indexOf(c) >= 0) {
      out.append('\\');
    }
    out.append(c);
    if (prefixOpen) {
      prefix.append(c);
    }
  }

  private long repetition(long size) throws InvalidPatternException {
    char c = text.charAt(at);
    if (c != '{') {
      out.append(c);
      at++;
      return size + 1;
    }
    int open = at++;
    int least = count(open);
    int most = least;
    boolean endless = false;
    if (at < text.length() && text.charAt(at) == ',') {
      at++;
      endless = at < text.length() && text.charAt(at) == '}';
      most = endless ? least + 1 : count(open);
    }
    if (at >= text.length() || text.charAt(at) != '}') {
      throw wrong("'{' must read {n}, {n,} or {n,m}", open);
    }
    at++;
    if (most < least) {
      throw wrong("{" + least + "," + most + "} has its bounds the wrong way round", open);
    }
    out.append('{').append(least);
    if (endless) {
      out.append(',');
    } else if (most != least) {
      out.append(',').append(most);
    }
    out.append('}');
    long grown = size * Math.max(1, most) + 1;
    if (grown > LARGEST) {
      throw wrong("too many repetitions: the expression grows too large", open);
    }
    return grown;
  }

  private int count(int open) throws InvalidPatternException {
    int value = -1;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      value = Math.max(value, 0) * 10 + (text.charAt(at) - '0');
      if (value > MOST_REPETITIONS) {
        throw wrong("more than " + MOST_REPETITIONS + " repetitions", at);
      }
      at++;
    }
    if (value < 0) {
      throw wrong("'{' must read {n}, {n,} or {n,m}", open);
    }
    return value;
  }

  private InvalidPatternException wrong(String what, int index) {
    return new InvalidPatternException(what, offset + index + 1);
  }
}
