package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Base64;
import java.util.Objects;
import org.comuta.description.Problem;
import org.junit.jupiter.api.Test;

class SshKeysTest {
  private final IdentityFixture identity = new IdentityFixture();
  private final SshKeys keys = new SshKeys(new SshKeyStore(identity.sql), identity.clock);

  private static byte[] octets(String line) {
    return Base64.getDecoder().decode(line.split(" ", 3)[1]);
  }

  private SshKey add(String user, String line, String description) {
    SshKey key = keys.add(user, line, description).key();
    assertThat(key).isNotNull();
    return Objects.requireNonNull(key);
  }

  @Test
  void aKeyIsKnownForItsUserOnly() {
    identity.save("maria", Role.OPERATOR, true);
    SshKey key = add("maria", SshPublicKeyTest.ED25519, "");
    assertThat(key.description()).isEqualTo("maria@desk");
    assertThat(keys.known("maria", octets(SshPublicKeyTest.ED25519))).isEqualTo(key);
    assertThat(keys.known("admin", octets(SshPublicKeyTest.ED25519))).isNull();
    assertThat(keys.known("maria", octets(SshPublicKeyTest.NISTP256))).isNull();
  }

  @Test
  void theSameKeyTwiceAndAnUnprintableDescriptionAreRefused() {
    add("admin", SshPublicKeyTest.ED25519, "laptop");
    assertThat(keys.add("admin", SshPublicKeyTest.ED25519, "again").problems())
        .extracting(Problem::field, Problem::code)
        .containsExactly(tuple("key", "conflict"));
    assertThat(keys.add("admin", SshPublicKeyTest.NISTP256, "a\u001bb").problems())
        .extracting(Problem::field)
        .containsExactly("description");
  }

  @Test
  void useIsWrittenDownAndARemovedKeyOpensNothing() {
    SshKey key = add("admin", SshPublicKeyTest.ED25519, "laptop");
    keys.used(key, "192.0.2.9");
    SshKey used = keys.of("admin").getFirst();
    assertThat(used.lastUsedAddress()).isEqualTo("192.0.2.9");
    assertThat(used.lastUsedAt()).isEqualTo(identity.clock.instant());
    assertThat(keys.remove(key)).isTrue();
    assertThat(keys.remove(key)).isFalse();
    assertThat(keys.known("admin", octets(SshPublicKeyTest.ED25519))).isNull();
  }

  @Test
  void keysGoWithTheirUser() {
    identity.save("maria", Role.OPERATOR, true);
    SshKey key = add("maria", SshPublicKeyTest.ED25519, "");
    identity.users.delete("maria", Rights.ALL);
    assertThat(keys.find(key.id())).isNull();
  }
}
