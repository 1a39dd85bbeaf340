package org.comuta.identity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.comuta.description.Problem;

/** What names and passwords of users must look like. */
public final class UserRules {
  /** Fewest characters of a password. */
  public static final int SHORTEST_PASSWORD = 12;

  /** Most octets of a password in UTF-8: bcrypt looks at no more. */
  public static final int LONGEST_PASSWORD = 72;

  private static final int LONGEST_FULL_NAME = 255;
  private static final int FEWEST_DIFFERENT_CHARACTERS = 5;
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,63}");

  private UserRules() {}

  /** What is wrong with this change; empty when nothing is. */
  public static List<Problem> check(UserChange change, boolean isNew) {
    List<Problem> problems = new ArrayList<>();
    if (!NAME.matcher(change.name()).matches()) {
      problems.add(
          new Problem(
              "name",
              "syntax",
              "name must begin with a lower-case letter or a digit and have only lower-case"
                  + " letters, digits and _ - . in it, at most 64 characters."));
    }
    if (change.fullName().length() > LONGEST_FULL_NAME
        || change.fullName().chars().anyMatch(Character::isISOControl)) {
      problems.add(
          new Problem(
              "fullName", "syntax", "fullName must be printable text of at most 255 characters."));
    }
    if (change.password() != null) {
      problems.addAll(checkPassword(change.password(), change.name()));
    } else if (isNew) {
      problems.add(new Problem("password", "required", "password is required for a new user."));
    }
    return problems;
  }

  /** What is wrong with this password for this user; empty when nothing is. */
  public static List<Problem> checkPassword(String password, String userName) {
    List<Problem> problems = new ArrayList<>();
    if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
      problems.add(
          new Problem("password", "tooShort", "password must have at least 12 characters."));
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
      problems.add(
          new Problem("password", "tooLong", "password must have at most 72 octets in UTF-8."));
    }
    if (password.codePoints().distinct().count() < FEWEST_DIFFERENT_CHARACTERS) {
      problems.add(
          new Problem(
              "password", "tooSimple", "password must have at least 5 different characters."));
    }
    if (password.codePoints().anyMatch(Character::isISOControl)) {
      problems.add(
          new Problem("password", "syntax", "password must not have control characters in it."));
    }
    if (!userName.isEmpty()
        && password.toLowerCase(Locale.ROOT).contains(userName)
        && userName.length() > 2) {
      problems.add(
          new Problem("password", "tooSimple", "password must not have the user's name in it."));
    }
    return problems;
  }

  /** The name as it is kept, whatever the case it was typed in. */
  public static String canonicalName(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }
}
