package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.comuta.description.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SshPublicKeyTest {
  static final String ED25519 =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE77ZpXwrgZNsNgjsJx6QOwNaGgm/ntWB30eQNVJPHkh maria@desk";
  static final String NISTP256 =
      "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBEI82LKEbAofFfyjfduL"
          + "fkqHFonVCkOoC28xO0ro/d76Z8kZRyUtgvdURV8SVEHlWcEWNMLdCPsQDT+Pq3jcraM= maria@desk";

  private static final String BODY =
      "AAAAC3NzaC1lZDI1NTE5AAAAIE77ZpXwrgZNsNgjsJx6QOwNaGgm/ntWB30eQNVJPHkh";

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource({
    ED25519 + ",ssh-ed25519,SHA256:ASq8li2xQDojFmKWD8s3fZZHb66YAEJW4i9gc+uIMkM",
    NISTP256 + ",ecdsa-sha2-nistp256,SHA256:dWlY2tlaKoHsV4P2kOLVK+Rqj5N53G5Q5hDd+AyTwJs"
  })
  void whatSshKeygenWritesIsReadAndKnownByItsFingerprint(
      String line, String type, String fingerprint) {
    SshPublicKey key = SshPublicKey.read("  " + line + "\n").key();
    assertThat(key).isNotNull();
    if (key != null) {
      assertThat(key.type()).isEqualTo(type);
      assertThat(key.comment()).isEqualTo("maria@desk");
      assertThat(key.fingerprint()).isEqualTo(fingerprint);
    }
  }

  @ParameterizedTest(name = "''{0}'': {2}")
  @CsvSource({
    "'', required, 'key is required.'",
    "ssh-ed25519, syntax, 'key must be a type and Base64'",
    "-----BEGIN OPENSSH PRIVATE KEY-----, syntax, 'key must be the public key'",
    "ssh-dss AAAAB3NzaC1kc3M=, choice, 'key is of the type'",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5, syntax, 'key is damaged'",
    "ssh-ed25519 not/base64!, syntax, 'key is damaged'",
    "ecdsa-sha2-nistp256 " + BODY + ", syntax, 'key is damaged'",
    "ssh-ed25519 " + BODY + "AAAA, syntax, 'key is damaged'",
  })
  void whatIsNoGoodKeyIsRefusedByTheField(String line, String code, String message) {
    SshPublicKey.Reading reading = SshPublicKey.read(line);
    assertThat(reading.key()).isNull();
    Problem problem = reading.problems().getFirst();
    assertThat(problem.field()).isEqualTo("key");
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.message()).startsWith(message);
  }

  @ParameterizedTest(name = "RSA of {0} bits is taken: {1}")
  @CsvSource({"1024, false", "2048, false", "3071, false", "3072, true", "4096, true"})
  void anRsaKeyMustBeLongEnough(int bits, boolean taken) {
    assertThat(SshPublicKey.read(rsa(bits)).key() != null).isEqualTo(taken);
  }

  private static String rsa(int bits) {
    byte[] modulus = BigInteger.ONE.shiftLeft(bits - 1).toByteArray();
    ByteBuffer key = ByteBuffer.allocate(11 + 7 + 4 + modulus.length);
    key.putInt(7).put("ssh-rsa".getBytes(StandardCharsets.US_ASCII));
    key.putInt(3).put(new byte[] {1, 0, 1});
    key.putInt(modulus.length).put(modulus);
    return "ssh-rsa " + Base64.getEncoder().encodeToString(key.array());
  }

  @Test
  void aKeyWithoutCommentAndOneWithBlanksInItAreRead() {
    assertThat(SshPublicKey.read("ssh-ed25519 " + BODY).key())
        .isEqualTo(new SshPublicKey("ssh-ed25519", BODY, ""));
    assertThat(SshPublicKey.read("ssh-ed25519  " + BODY + "  Maria at her desk").key())
        .isEqualTo(new SshPublicKey("ssh-ed25519", BODY, "Maria at her desk"));
  }
}
