package org.comuta.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {
  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void basicHasANameAndAPasswordThatMayHaveColons() {
    assertThat(Authorization.parse(basic("josé:a:b")))
        .isEqualTo(new Authorization.Basic("josé", "a:b"));
  }

  @Test
  void bearerHasASecretAndTheSchemeHasNoCase() {
    assertThat(Authorization.parse("bEARER comuta_x"))
        .isEqualTo(new Authorization.Bearer("comuta_x"));
  }

  @Test
  void aTerminalHasTheSecretOfItsSession() {
    assertThat(Authorization.parse("Terminal abc")).isEqualTo(new Authorization.Terminal("abc"));
  }

  @ParameterizedTest(name = "\"{0}\" is no use")
  @ValueSource(
      strings = {"", "Basic", "Basic ???", "Basic YQ==", "Bearer ", "Digest a=b", "Basic /w=="})
  void theRestIsNoUse(String header) {
    assertThat(Authorization.parse(header)).isEqualTo(new Authorization.Unusable());
  }

  @Test
  void aHugeHeaderIsNoUse() {
    assertThat(Authorization.parse("Bearer " + "x".repeat(10_000)))
        .isEqualTo(new Authorization.Unusable());
  }

  @Test
  void secretsAreNotShown() {
    assertThat(Authorization.parse(basic("admin:secret")).toString()).doesNotContain("secret");
    assertThat(Authorization.parse("Terminal secret").toString()).doesNotContain("secret");
    assertThat(Authorization.parse("Bearer secret").toString()).doesNotContain("secret");
  }
}
