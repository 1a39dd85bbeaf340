package org.comuta.number;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Change of a number, written {@code /pattern/replacement/}. When the pattern (POSIX extended,
 * unanchored) matches, the <em>whole</em> number becomes the replacement, with {@code $1} to {@code
 * $9} for the groups and {@code $0} for what matched; else the number stays as it was. {@code \/}
 * is a slash, {@code \$} a dollar sign. Empty changes nothing. Immutable; any thread.
 */
public final class NumberRewrite {
  /** Changes nothing. */
  public static final NumberRewrite NONE = new NumberRewrite("", null, List.of());

  /** A literal text, or a group when the text is null. */
  private record Part(@Nullable String literal, int group) {}

  private final String text;
  private final @Nullable Pattern pattern;
  private final List<Part> replacement;

  private NumberRewrite(String text, @Nullable Pattern pattern, List<Part> replacement) {
    this.text = text;
    this.pattern = pattern;
    this.replacement = replacement;
  }

  /** Reads a rewrite as an administrator wrote it. */
  public static NumberRewrite parse(String text) throws InvalidPatternException {
    if (text.isEmpty()) {
      return NONE;
    }
    if (text.charAt(0) != '/') {
      throw new InvalidPatternException("must begin with '/', as in /pattern/replacement/", 1);
    }
    int middle = slash(text, 1);
    if (middle < 0) {
      throw new InvalidPatternException(
          "the '/' between pattern and replacement is missing", text.length());
    }
    int end = slash(text, middle + 1);
    if (end < 0) {
      throw new InvalidPatternException("the '/' at the end is missing", text.length());
    }
    if (end != text.length() - 1) {
      throw new InvalidPatternException(
          "nothing may follow the last '/'; write \\/ for the character", end + 2);
    }
    if (middle == 1) {
      throw new InvalidPatternException("the pattern is empty", 2);
    }
    ExtendedExpression.Compiled compiled = ExtendedExpression.compile(text.substring(1, middle), 1);
    List<Part> parts = replacement(text, middle + 1, end, compiled.groups());
    return new NumberRewrite(text, compiled.pattern(), parts);
  }

  private static int slash(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '/') {
        return i;
      }
    }
    return -1;
  }

  private static List<Part> replacement(String text, int from, int end, int groups)
      throws InvalidPatternException {
    List<Part> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
        char escaped = text.charAt(i);
        if (Character.isLetterOrDigit(escaped)) {
          throw new InvalidPatternException(
              "'\\" + escaped + "' has no meaning; groups are written $1", i);
        }
        literal.append(escaped);
      } else if (c == '$') {
        i++;
        int group = i < end ? text.charAt(i) - '0' : -1;
        if (group < 0 || group > 9) {
          throw new InvalidPatternException(
              "a digit must follow '$'; write \\$ for the character", i);
        }
        if (group > groups) {
          throw new InvalidPatternException(
              "$" + group + " names a group the pattern does not have (it has " + groups + ")", i);
        }
        if (!literal.isEmpty()) {
          parts.add(new Part(literal.toString(), 0));
          literal.setLength(0);
        }
        parts.add(new Part(null, group));
      } else {
        literal.append(c);
      }
    }
    if (!literal.isEmpty()) {
      parts.add(new Part(literal.toString(), 0));
    }
    return List.copyOf(parts);
  }

  /** The number as it goes on; the same object when nothing matched. */
  public String apply(String number) {
    if (pattern == null) {
      return number;
    }
    Matcher matcher = pattern.matcher(number);
    if (!matcher.find()) {
      return number;
    }
    StringBuilder result = new StringBuilder(number.length() + 8);
    for (Part part : replacement) {
      String piece = part.literal() == null ? matcher.group(part.group()) : part.literal();
      // A group that took no part in the match is empty, as in POSIX regexec.
      if (piece != null) {
        result.append(piece);
      }
    }
    return result.toString();
  }

  /** The rewrite as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
