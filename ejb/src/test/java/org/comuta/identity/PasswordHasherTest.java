package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHasherTest {
  private final PasswordHasher hasher = new PasswordHasher(4, 1, 1_000);

  @Test
  void equalPasswordsHaveDifferentHashesAndBothMatch() throws InterruptedException {
    String one = hasher.hash("correct horse battery");
    String other = hasher.hash("correct horse battery");
    assertThat(one).isNotEqualTo(other).startsWith("$2a$04$");
    assertThat(hasher.verify("correct horse battery", one))
        .isEqualTo(PasswordHasher.Verdict.MATCHES);
    assertThat(hasher.verify("correct horse batterz", other))
        .isEqualTo(PasswordHasher.Verdict.DIFFERS);
  }

  @Test
  void nobodysPasswordNeverMatches() throws InterruptedException {
    assertThat(hasher.verify("of a user that does not exist", null))
        .isEqualTo(PasswordHasher.Verdict.DIFFERS);
  }

  @Test
  void whatIsBeyondTheLongestPasswordIsNotIgnored() throws InterruptedException {
    String longest = "0123456789abcdef".repeat(4) + "01234567";
    String hash = hasher.hash(longest);
    assertThat(hasher.verify(longest, hash)).isEqualTo(PasswordHasher.Verdict.MATCHES);
    assertThat(hasher.verify(longest + "x", hash)).isEqualTo(PasswordHasher.Verdict.DIFFERS);
  }
}
