package org.comuta.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.comuta.description.Problem;
import org.jspecify.annotations.Nullable;

/** What users must look like. */
public final class UserRules {
  private static final int LONGEST_FULL_NAME = 255;
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,63}");

  private UserRules() {}

  /** Whether a user can be called so. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * What is wrong with this change; empty when nothing is.
   *
   * @param before null for a new user
   */
  public static List<Problem> check(UserChange change, @Nullable User before, SignInPolicy policy) {
    List<Problem> problems = new ArrayList<>();
    if (before == null && change.provider() != null && change.password() != null) {
      problems.add(
          new Problem("password", "conflict", "password: with provider there is none here."));
    }
    if (before != null && change.provider() != null) {
      problems.add(
          new Problem("provider", "conflict", "provider can only be chosen for a new user."));
    }
    if (before != null && !before.origin().isLocal()) {
      checkForeign(change, before, problems);
    }
    if (!isName(change.name())) {
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
    boolean here = before == null ? change.provider() == null : before.origin().isLocal();
    if (!here) {
      return problems;
    }
    if (change.password() != null) {
      problems.addAll(PasswordRules.check("password", change.password(), change.name(), policy));
    } else if (before == null) {
      problems.add(new Problem("password", "required", "password is required for a new user."));
    }
    return problems;
  }

  /** What is decided elsewhere cannot be changed here. */
  private static void checkForeign(UserChange change, User before, List<Problem> problems) {
    if (change.password() != null || Boolean.TRUE.equals(change.mustChangePassword())) {
      problems.add(elsewhere("password", before));
    }
    if (before.origin().kind() == Origin.Kind.DIRECTORY && change.role() != before.role()) {
      problems.add(elsewhere("role", before));
    }
    if (!change.fullName().isEmpty() && !change.fullName().equals(before.fullName())) {
      problems.add(elsewhere("fullName", before));
    }
  }

  private static Problem elsewhere(String field, User user) {
    return new Problem(
        field, "origin", field + " of this user is decided by " + user.origin().name() + ".");
  }

  /** The name as it is kept, whatever the case it was typed in. */
  public static String canonicalName(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }
}
