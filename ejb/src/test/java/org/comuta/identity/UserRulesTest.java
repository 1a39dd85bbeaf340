package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.assertj.core.groups.Tuple;
import org.comuta.description.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserRulesTest {
  private static final User KNOWN = user(Origin.LOCAL);

  private static User user(Origin origin) {
    return new User(
        "maria",
        "Maria Silva",
        Role.OPERATOR,
        OwnRights.NONE,
        true,
        Instant.EPOCH,
        Instant.EPOCH,
        Instant.EPOCH,
        false,
        false,
        origin);
  }

  @Test
  void whatADirectoryDecidesIsNotChangedHere() {
    User known = user(new Origin(Origin.Kind.DIRECTORY, "ldap", "1", true));
    UserChange same =
        new UserChange("maria", "", Role.OPERATOR, OwnRights.NONE, false, null, false);
    assertThat(UserRules.check(same, known, SignInPolicy.SHIPPED)).isEmpty();
    UserChange other =
        new UserChange(
            "maria", "Another", Role.ADMINISTRATOR, OwnRights.NONE, true, "a password of mine");
    assertThat(UserRules.check(other, known, SignInPolicy.SHIPPED))
        .extracting(Problem::field, Problem::code)
        .containsExactly(
            Tuple.tuple("password", "origin"),
            Tuple.tuple("role", "origin"),
            Tuple.tuple("fullName", "origin"));
  }

  @ParameterizedTest(name = "user name \"{0}\" is right: {1}")
  @CsvSource({
    "maria, true",
    "m, true",
    "maria.silva-2_x, true",
    "Maria, false",
    ".maria, false",
    "maria silva, false",
    "maría, false",
    "'', false",
  })
  void namesAreLowerCaseWords(String name, boolean right) {
    UserChange change =
        new UserChange(name, "", Role.OPERATOR, OwnRights.NONE, true, "correct horse battery");
    assertThat(UserRules.check(change, null, SignInPolicy.SHIPPED).isEmpty()).isEqualTo(right);
  }

  @Test
  void onlyANewUserNeedsAPassword() {
    UserChange change = new UserChange("maria", "", Role.OPERATOR, OwnRights.NONE, true, null);
    assertThat(UserRules.check(change, KNOWN, SignInPolicy.SHIPPED)).isEmpty();
    assertThat(UserRules.check(change, null, SignInPolicy.SHIPPED))
        .containsExactly(
            new Problem("password", "required", "password is required for a new user."));
  }
}
