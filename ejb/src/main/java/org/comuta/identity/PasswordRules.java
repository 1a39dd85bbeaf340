package org.comuta.identity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.comuta.description.Problem;

/** What passwords must look like. */
final class PasswordRules {
  /** Most octets of a password in UTF-8: bcrypt looks at no more. */
  static final int LONGEST = 72;

  private static final int FEWEST_DIFFERENT_CHARACTERS = 5;

  private enum Kind {
    LOWER,
    UPPER,
    DIGIT,
    OTHER;

    static Kind of(int point) {
      if (Character.isLowerCase(point)) {
        return LOWER;
      }
      if (Character.isUpperCase(point)) {
        return UPPER;
      }
      return Character.isDigit(point) ? DIGIT : OTHER;
    }
  }

  private PasswordRules() {}

  /**
   * What is wrong with this password for this user; empty when nothing is.
   *
   * @param field what the password is called where it was given
   * @param userName may be empty
   */
  static List<Problem> check(String field, String password, String userName, SignInPolicy policy) {
    List<Problem> problems = new ArrayList<>();
    if (password.codePointCount(0, password.length()) < policy.passwordLength()) {
      problems.add(
          new Problem(
              field,
              "tooShort",
              field + " must have at least " + policy.passwordLength() + " characters."));
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      problems.add(new Problem(field, "tooLong", field + " must have at most 72 octets in UTF-8."));
    }
    if (password.codePoints().distinct().count() < FEWEST_DIFFERENT_CHARACTERS) {
      problems.add(
          new Problem(field, "tooSimple", field + " must have at least 5 different characters."));
    }
    if (password.codePoints().mapToObj(Kind::of).distinct().count() < policy.passwordKinds()) {
      problems.add(
          new Problem(
              field,
              "tooSimple",
              field
                  + " must have "
                  + policy.passwordKinds()
                  + " kinds of characters out of lower case, upper case, digits and others."));
    }
    if (password.codePoints().anyMatch(Character::isISOControl)) {
      problems.add(
          new Problem(field, "syntax", field + " must not have control characters in it."));
    }
    if (!userName.isEmpty()
        && password.toLowerCase(Locale.ROOT).contains(userName)
        && userName.length() > 2) {
      problems.add(
          new Problem(field, "tooSimple", field + " must not have the user's name in it."));
    }
    return problems;
  }
}
