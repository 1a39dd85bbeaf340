package org.comuta.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpsKeyFileTest {
  @TempDir private Path folder;
  private int reads;
  private boolean broken;

  private HttpsKeyFile file() {
    return new HttpsKeyFile(
        folder.resolve("https.p12"),
        "only-for-this-test",
        () -> {
          reads++;
          if (broken) {
            throw new IllegalStateException("broken");
          }
        });
  }

  private static KeyAndChain entry(String name) {
    KeyPair pair = KeyKind.EC_P256.generate();
    NewCertificate wanted =
        new NewCertificate(
            KeyKind.EC_P256, new Subject(name, "", "", "", "", "", ""), List.of(), 30);
    return new KeyAndChain(
        pair.getPrivate(), List.of(CertificateMaker.selfSigned(wanted, pair, Instant.now())));
  }

  @Test
  void theServerReadsAgainOnlyWhatIsNew() throws IOException {
    HttpsKeyFile file = file();
    KeyAndChain first = entry("first");
    assertThat(file.read()).isNull();
    assertThat(file.show(first)).isTrue();
    assertThat(file.show(first)).isFalse();
    assertThat(file().show(first)).isFalse();
    assertThat(file.show(entry("second"))).isTrue();
    assertThat(reads).isEqualTo(2);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("https.p12"))))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void whatTheServerDidNotTakeIsTriedAgain() {
    HttpsKeyFile file = file();
    KeyAndChain entry = entry("first");
    broken = true;
    assertThatThrownBy(() -> file.show(entry)).isInstanceOf(IllegalStateException.class);
    broken = false;
    assertThat(file.show(entry)).isTrue();
    assertThat(file.show(entry)).isFalse();
    assertThat(reads).isEqualTo(2);
  }
}
