package org.comuta.cli.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.Security;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.comuta.identity.SshPublicKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostKeyTest {
  @TempDir private Path folder;

  @BeforeAll
  static void prepare() {
    Cryptography.prepare();
  }

  @Test
  void itIsMadeOnceAndTheOwnersOnly() throws Exception {
    KeyPair made = HostKey.keptIn(folder);
    Path file = folder.resolve("ssh_host_ed25519_key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(KeyUtils.compareKeys(HostKey.keptIn(folder).getPublic(), made.getPublic())).isTrue();
    SshPublicKey half =
        SshPublicKey.read(Files.readString(folder.resolve("ssh_host_ed25519_key.pub"))).key();
    assertThat(half).isNotNull();
    if (half != null) {
      assertThat(half.type()).isEqualTo("ssh-ed25519");
      assertThat(half.fingerprint()).isEqualTo(KeyUtils.getFingerPrint(made.getPublic()));
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void aFileThatHoldsNoKeyIsNamed() throws IOException {
    Path file = folder.resolve("ssh_host_ed25519_key");
    Files.writeString(file, "nothing");
    assertThatThrownBy(() -> HostKey.keptIn(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void theJavaMachineGetsNoNewProvider() {
    assertThat(Security.getProvider("BC")).isNull();
  }
}
