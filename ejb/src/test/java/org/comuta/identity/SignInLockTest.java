package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInLockTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final SignInLock lock =
      new SignInLock(5, Duration.ofMinutes(5), Duration.ofMinutes(5), 100);

  @ParameterizedTest(name = "{0} failures {1} s apart, looked at {2} s after the last: locked {3}")
  @CsvSource({
    "4, 1, 0, false",
    "5, 1, 0, true",
    "5, 1, 299, true",
    "5, 1, 300, false",
    "5, 74, 0, true",
    "5, 75, 0, false",
    "9, 100, 0, false",
    "6, 60, 0, true",
  })
  void locksAfterFiveFailuresWithinFiveMinutesForFiveMinutes(
      int failures, int secondsApart, int secondsLater, boolean locked) {
    Instant at = START;
    for (int i = 0; i < failures; i++) {
      at = START.plusSeconds((long) i * secondsApart);
      lock.failed("admin", "192.0.2.1", at);
    }
    assertThat(lock.lockedUntil("admin", "192.0.2.1", at.plusSeconds(secondsLater)) != null)
        .isEqualTo(locked);
  }

  @Test
  void onlyTheFailureThatLocksSaysSo() {
    for (int i = 1; i <= 4; i++) {
      assertThat(lock.failed("admin", "192.0.2.1", START)).isFalse();
    }
    assertThat(lock.failed("admin", "192.0.2.1", START)).isTrue();
    assertThat(lock.lockedUntil("admin", "192.0.2.1", START)).isEqualTo(START.plusSeconds(300));
  }

  @Test
  void locksNeitherOthersNorOtherAddresses() {
    for (int i = 0; i < 5; i++) {
      lock.failed("admin", "192.0.2.1", START);
    }
    assertThat(lock.lockedUntil("admin", "192.0.2.2", START)).isNull();
    assertThat(lock.lockedUntil("maria", "192.0.2.1", START)).isNull();
  }

  @Test
  void successForgetsTheFailuresBefore() {
    for (int i = 0; i < 4; i++) {
      lock.failed("admin", "192.0.2.1", START);
    }
    lock.succeeded("admin", "192.0.2.1");
    assertThat(lock.failed("admin", "192.0.2.1", START)).isFalse();
  }

  @Test
  void keepsNoMoreThanItsBoundHoweverManyNamesAreTried() {
    for (int i = 0; i < 10_000; i++) {
      lock.failed("user" + i, "192.0.2.1", START);
    }
    assertThat(lock.pairsKept()).isEqualTo(100);
  }
}
