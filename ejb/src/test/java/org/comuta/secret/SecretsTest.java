package org.comuta.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  private static final String PLACE = "nap/carrier/password";

  @TempDir private Path folder;
  private Path file;
  private Secrets secrets;

  @BeforeEach
  void makeTheFirstKey() {
    file = folder.resolve("keys").resolve("secret-keys");
    secrets = Secrets.keptIn(file);
  }

  @Test
  void whatWasSealedIsOpenedAlsoAfterARestart() {
    String sealed = secrets.seal("tr0ub4dor & ação", PLACE);
    assertThat(sealed).matches("[!-~]+").doesNotContain("tr0ub4dor");
    assertThat(secrets.open(sealed, PLACE)).isEqualTo("tr0ub4dor & ação");
    assertThat(Secrets.keptIn(file).open(sealed, PLACE)).isEqualTo("tr0ub4dor & ação");
  }

  @Test
  void anEmptySecretIsOneToo() {
    String sealed = secrets.seal("", PLACE);
    assertThat(Secrets.isSealed(sealed)).isTrue();
    assertThat(secrets.open(sealed, PLACE)).isEmpty();
  }

  @Test
  void theSameSecretLooksDifferentEachTime() {
    assertThat(secrets.seal("secret", PLACE)).isNotEqualTo(secrets.seal("secret", PLACE));
  }

  @Test
  void itDoesNotOpenAtAnotherPlace() {
    String sealed = secrets.seal("secret", PLACE);
    assertThatThrownBy(() -> secrets.open(sealed, "nap/other/password"))
        .isInstanceOf(UnreadableSecretException.class)
        .hasMessage("The secret of nap/other/password was changed or is of another place.");
  }

  @Test
  void noBitOfItCanBeChanged() {
    String sealed = secrets.seal("secret", PLACE);
    int start = sealed.lastIndexOf(':') + 1;
    byte[] octets = Base64.getUrlDecoder().decode(sealed.substring(start));
    for (int bit = 0; bit < octets.length * 8; bit++) {
      byte[] changed = octets.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      String forged =
          sealed.substring(0, start)
              + Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
      assertThatThrownBy(() -> secrets.open(forged, PLACE))
          .as("bit %d", bit)
          .isInstanceOf(UnreadableSecretException.class);
    }
  }

  @Test
  void aKeyThatIsNotHereIsNamed() {
    Secrets elsewhere = Secrets.keptIn(folder.resolve("elsewhere"));
    String sealed = elsewhere.seal("secret", PLACE);
    String key = sealed.split(":", -1)[2];
    assertThatThrownBy(() -> secrets.open(sealed, PLACE))
        .isInstanceOf(UnreadableSecretException.class)
        .hasMessageContaining(key);
  }

  @Test
  void plainTextIsNoSealedSecret() {
    assertThat(Secrets.isSealed("sealed:1:secret")).isFalse();
    assertThatThrownBy(() -> secrets.open("secret", PLACE))
        .isInstanceOf(UnreadableSecretException.class)
        .hasMessage("This is not a sealed secret.");
  }

  @Test
  void aNewKeySealsAndTheOldOneStillOpens() {
    String old = secrets.seal("secret", PLACE);
    assertThat(secrets.isOutdated(old)).isFalse();
    String key = secrets.rotate();
    assertThat(secrets.isOutdated(old)).isTrue();
    assertThat(secrets.open(old, PLACE)).isEqualTo("secret");
    String renewed = secrets.renew(old, PLACE);
    assertThat(renewed).startsWith("sealed:1:" + key + ":");
    assertThat(secrets.isOutdated(renewed)).isFalse();
    Secrets restarted = Secrets.keptIn(file);
    assertThat(restarted.open(old, PLACE)).isEqualTo("secret");
    assertThat(restarted.open(renewed, PLACE)).isEqualTo("secret");
    assertThat(restarted.isOutdated(old)).isTrue();
  }

  @Test
  void onlyTheOwnerReadsTheKeys() throws IOException {
    secrets.rotate();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file.resolveSibling("secret-keys.new")).doesNotExist();
  }

  @Test
  void aDamagedFileIsToldAndLeftAsItIs() throws IOException {
    for (String damaged :
        new String[] {"", "0123abcd 2026-01-01T00:00:00Z c2hvcnQ=\n", "nonsense"}) {
      Files.writeString(file, damaged);
      assertThatThrownBy(() -> Secrets.keptIn(file))
          .isInstanceOf(UncheckedIOException.class)
          .hasStackTraceContaining(file + " is damaged");
      assertThat(file).hasContent(damaged);
    }
  }
}
