package org.comuta.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
  private static final String PLACE = Secret.place("account", "a", "password");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"x", "çã€😀", "sealed:1:AAAA", "plain:", "kept:", " "})
  void whatWasGivenIsSealedStoredAndOpenedAgain(String text) {
    Secrets secrets = Secrets.keptIn(folder.resolve("keys"));

    Secret sealed = Secret.plain(text).sealed(secrets, PLACE);

    assertThat(sealed.isPlain()).isFalse();
    assertThat(Secrets.isSealed(sealed.stored())).isTrue();
    assertThat(Secret.of(sealed.stored()).open(secrets, PLACE)).isEqualTo(text);
    assertThat(sealed.sealed(secrets, PLACE)).isSameAs(sealed);
  }

  @Test
  void aSecretIsNotShown() {
    Secrets secrets = Secrets.keptIn(folder.resolve("keys"));

    assertThat(Secret.plain("text")).hasToString(Secret.MASK);
    assertThat(Secret.plain("text").sealed(secrets, PLACE)).hasToString(Secret.MASK);
    assertThat(Secret.NONE).hasToString("");
  }

  @Test
  void thereMayBeNone() {
    Secrets secrets = Secrets.keptIn(folder.resolve("keys"));

    assertThat(Secret.plain("")).isEqualTo(Secret.NONE);
    assertThat(Secret.NONE.sealed(secrets, PLACE).open(secrets, PLACE)).isEmpty();
    assertThat(Secret.of("")).isEqualTo(Secret.NONE);
  }

  @Test
  void whatIsNoStoredSecretIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Secret.of("text"));
  }
}
