package org.comuta.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.comuta.description.Json;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that {@code ssh-keygen} makes can be configured and are read. */
class PrivateKeyTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource({
    "ed25519, RFC4716",
    "rsa, RFC4716",
    "rsa, PEM",
    "rsa, PKCS8",
    "ecdsa, PEM",
    "ecdsa, PKCS8",
  })
  void aKeyIsTakenAsItStandsInItsFile(String type, String form) throws IOException {
    Path file = folder.resolve("key");
    SshServer.run("ssh-keygen", "-q", "-t", type, "-m", form, "-N", "", "-f", file.toString());
    String asFile = Files.readString(file);
    String asTyped = asFile.strip().replace("\n", "\r\n");

    for (String key : List.of(asFile, asTyped)) {
      var schedule =
          ScheduleRules.KIND
              .description()
              .parse(Json.object().add("name", "nightly").add("privateKey", key).build());

      assertThat(schedule.problems()).isEmpty();
      assertThat(SftpTarget.keys(key)).hasSize(1);
    }
  }
}
