package org.comuta.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.comuta.description.Problem;

/** What users must look like. */
public final class UserRules {
  private static final int LONGEST_FULL_NAME = 255;
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,63}");

  private UserRules() {}

  /** What is wrong with this change; empty when nothing is. */
  public static List<Problem> check(UserChange change, boolean isNew, SignInPolicy policy) {
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
      problems.addAll(PasswordRules.check("password", change.password(), change.name(), policy));
    } else if (isNew) {
      problems.add(new Problem("password", "required", "password is required for a new user."));
    }
    return problems;
  }

  /** The name as it is kept, whatever the case it was typed in. */
  public static String canonicalName(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }
}
