package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.comuta.description.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserRulesTest {
  @ParameterizedTest(name = "password \"{0}\" of maria: {1}")
  @CsvSource(
      nullValues = "-",
      value = {
        "elevenchars, tooShort",
        "twelve-chars, -",
        "ação-número-1, -",
        "aaaaaaaaaaaaa, tooSimple",
        "abcabcabcabcabc, tooSimple",
        "MARIA-and-more-words, tooSimple",
      })
  void passwordsAreLongAndVaried(String password, @Nullable String code) {
    assertThat(UserRules.checkPassword(password, "maria"))
        .extracting(Problem::code)
        .isEqualTo(code == null ? java.util.List.of() : java.util.List.of(code));
  }

  @Test
  void aPasswordIsNoLongerThanBcryptLooksAt() {
    assertThat(UserRules.checkPassword("0123456789abcdef".repeat(4) + "01234567", "maria"))
        .isEmpty();
    assertThat(UserRules.checkPassword("0123456789abcdef".repeat(4) + "0123456é", "maria"))
        .extracting(Problem::code)
        .containsExactly("tooLong");
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
    UserChange change = new UserChange(name, "", Role.OPERATOR, true, "correct horse battery");
    assertThat(UserRules.check(change, true).isEmpty()).isEqualTo(right);
  }

  @Test
  void onlyANewUserNeedsAPassword() {
    UserChange change = new UserChange("maria", "", Role.OPERATOR, true, null);
    assertThat(UserRules.check(change, false)).isEmpty();
    assertThat(UserRules.check(change, true))
        .containsExactly(
            new Problem("password", "required", "password is required for a new user."));
  }
}
