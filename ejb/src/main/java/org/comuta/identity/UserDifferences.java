package org.comuta.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells in one line what a change of a user changed; of the password only that it did. */
final class UserDifferences {
  private static final String NOTHING = "–";

  private final List<String> told = new ArrayList<>();

  private UserDifferences() {}

  /**
   * The differences.
   *
   * @param before null for a new user
   */
  static String between(@Nullable User before, UserChange after) {
    UserDifferences differences = new UserDifferences();
    differences.tell("fullName", before == null ? "" : before.fullName(), after.fullName());
    differences.tell("role", before == null ? null : before.role(), after.role());
    OwnRights rights = before == null ? OwnRights.NONE : before.rights();
    differences.tell(
        "rights.configuration", rights.configuration(), after.rights().configuration());
    differences.tell("rights.monitoring", rights.monitoring(), after.rights().monitoring());
    differences.tell("rights.diagnostics", rights.diagnostics(), after.rights().diagnostics());
    differences.tell(
        "rights.administration", rights.administration(), after.rights().administration());
    differences.tell("enabled", before == null ? null : before.enabled(), after.enabled());
    if (after.password() != null) {
      differences.told.add("password: ••• → •••");
    }
    differences.tell(
        "mustChangePassword",
        before != null && before.mustChangePassword(),
        after.passwordDueAfter(before));
    return String.join(", ", differences.told);
  }

  private void tell(String field, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      told.add(field + ": " + shown(before) + " → " + shown(after));
    }
  }

  private static String shown(@Nullable Object value) {
    return value == null || value.equals("") ? NOTHING : value.toString();
  }
}
