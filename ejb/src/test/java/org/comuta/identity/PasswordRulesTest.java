package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comuta.description.Problem;
import org.comuta.identity.SignInPolicy.Amount;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {
  private static List<String> codes(String password, SignInPolicy policy) {
    return PasswordRules.check("password", password, "maria", policy).stream()
        .map(Problem::code)
        .toList();
  }

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
    assertThat(codes(password, SignInPolicy.SHIPPED))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @ParameterizedTest(name = "\"{0}\" has {1} kinds of characters")
  @CsvSource({
    "onlysmallletters, 1",
    "smalland12345678, 2",
    "Smalland12345678, 3",
    "Small and 123456, 4",
    "ÇÃO ação 1234567, 4",
  })
  void characterKindsAreCounted(String password, long kinds) {
    assertThat(codes(password, IdentityFixture.with(Amount.PASSWORD_KINDS, kinds))).isEmpty();
    if (kinds < 4) {
      assertThat(codes(password, IdentityFixture.with(Amount.PASSWORD_KINDS, kinds + 1)))
          .containsExactly("tooSimple");
    }
  }

  @Test
  void theFewestCharactersAreThoseOfThePolicy() {
    SignInPolicy policy = IdentityFixture.with(Amount.PASSWORD_LENGTH, 20);
    assertThat(codes("nineteen characters", policy)).containsExactly("tooShort");
    assertThat(codes("and twenty charactes", policy)).isEmpty();
  }

  @Test
  void aPasswordIsNoLongerThanBcryptLooksAt() {
    String most = "0123456789abcdef".repeat(4);
    assertThat(codes(most + "01234567", SignInPolicy.SHIPPED)).isEmpty();
    assertThat(codes(most + "0123456é", SignInPolicy.SHIPPED)).containsExactly("tooLong");
  }
}
