package org.comuta.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SecretsPropertyTest {
  private static final Secrets SECRETS = make();

  private static Secrets make() {
    try {
      return Secrets.keptIn(
          Files.createTempDirectory(Path.of("target"), "secrets").resolve("secret-keys"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Property(tries = 500)
  void whateverIsSealedIsOpened(@ForAll String secret, @ForAll String place) {
    String sealed = SECRETS.seal(secret, place);
    assertThat(Secrets.isSealed(sealed)).isTrue();
    assertThat(SECRETS.open(sealed, place)).isEqualTo(secret);
  }
}
