package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.comuta.description.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserRulesTest {
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
    assertThat(UserRules.check(change, true, SignInPolicy.SHIPPED).isEmpty()).isEqualTo(right);
  }

  @Test
  void onlyANewUserNeedsAPassword() {
    UserChange change = new UserChange("maria", "", Role.OPERATOR, OwnRights.NONE, true, null);
    assertThat(UserRules.check(change, false, SignInPolicy.SHIPPED)).isEmpty();
    assertThat(UserRules.check(change, true, SignInPolicy.SHIPPED))
        .containsExactly(
            new Problem("password", "required", "password is required for a new user."));
  }
}
