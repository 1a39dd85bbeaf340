package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.comuta.identity.SignInPolicy.Amount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInLockTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final String HERE = "192.0.2.1";

  private final SignInLock lock = new SignInLock(100);

  private List<Lock> fail(String user, String address, SignInPolicy policy) {
    return lock.failed(user, address, policy, START);
  }

  private boolean isLocked(String user, String address) {
    return lock.lockedUntil(user, address, START) != null;
  }

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
      lock.failed("admin", HERE, SignInPolicy.SHIPPED, at);
    }
    assertThat(lock.lockedUntil("admin", HERE, at.plusSeconds(secondsLater)) != null)
        .isEqualTo(locked);
  }

  @ParameterizedTest(name = "{0} attempts, {1} s, blocked {2} s: locked after {3}, at {4} s: {5}")
  @CsvSource({
    "1, 300, 10, 1, 9, true",
    "1, 300, 10, 1, 10, false",
    "3, 300, 3600, 2, 0, false",
    "3, 300, 3600, 3, 3599, true",
  })
  void attemptsAndBlockTimeAreThoseOfThePolicy(
      long attempts, long interval, long block, int failures, long later, boolean locked) {
    SignInPolicy policy =
        SignInPolicy.of(
            amount ->
                switch (amount) {
                  case ATTEMPTS -> attempts;
                  case ATTEMPTS_INTERVAL -> interval;
                  case BLOCK_TIME -> block;
                  default -> amount.otherwise();
                });
    for (int i = 0; i < failures; i++) {
      fail("admin", HERE, policy);
    }
    assertThat(lock.lockedUntil("admin", HERE, START.plusSeconds(later)) != null).isEqualTo(locked);
  }

  @Test
  void onlyTheFailureThatLocksSaysSo() {
    for (int i = 1; i <= 4; i++) {
      assertThat(fail("admin", HERE, SignInPolicy.SHIPPED)).isEmpty();
    }
    assertThat(fail("admin", HERE, SignInPolicy.SHIPPED))
        .extracting(Lock::kind, Lock::user, Lock::address, Lock::until)
        .containsExactly(
            Tuple.tuple(LockKind.USER_AT_ADDRESS, "admin", HERE, START.plusSeconds(300)));
    assertThat(lock.lockedUntil("admin", HERE, START)).isEqualTo(START.plusSeconds(300));
  }

  @Test
  void fewFailuresLockNeitherOthersNorOtherAddresses() {
    for (int i = 0; i < 5; i++) {
      fail("admin", HERE, SignInPolicy.SHIPPED);
    }
    assertThat(isLocked("admin", "192.0.2.2")).isFalse();
    assertThat(isLocked("maria", HERE)).isFalse();
  }

  @Test
  void manyFailuresFromManyAddressesLockTheUserEverywhere() {
    SignInPolicy policy = IdentityFixture.with(Amount.ATTEMPTS_OF_USER, 10);
    for (int i = 0; i < 10; i++) {
      assertThat(isLocked("admin", HERE)).isFalse();
      fail("admin", "198.51.100." + i, policy);
    }
    assertThat(isLocked("admin", HERE)).isTrue();
    assertThat(isLocked("maria", HERE)).isFalse();
  }

  @Test
  void manyFailuresWithManyNamesLockTheAddress() {
    SignInPolicy policy = IdentityFixture.with(Amount.ATTEMPTS_OF_ADDRESS, 10);
    for (int i = 0; i < 10; i++) {
      assertThat(isLocked("admin", HERE)).isFalse();
      fail("user" + i, HERE, policy);
    }
    assertThat(isLocked("admin", HERE)).isTrue();
    assertThat(isLocked("admin", "192.0.2.2")).isFalse();
  }

  @Test
  void zeroIsNoLock() {
    SignInPolicy policy =
        SignInPolicy.of(
            amount ->
                switch (amount) {
                  case ATTEMPTS_OF_USER, ATTEMPTS_OF_ADDRESS -> 0;
                  default -> amount.otherwise();
                });
    for (int i = 0; i < 1_000; i++) {
      fail("admin", "198.51.100." + i, policy);
      fail("user" + i, "192.0.2.9", policy);
    }
    assertThat(lock.locks(START)).isEmpty();
  }

  @Test
  void successForgetsTheFailuresBefore() {
    for (int i = 0; i < 4; i++) {
      fail("admin", HERE, SignInPolicy.SHIPPED);
    }
    lock.succeeded("admin", HERE);
    assertThat(fail("admin", HERE, SignInPolicy.SHIPPED)).isEmpty();
  }

  @Test
  void aLockIsListedUntilItEndsOrIsEnded() {
    SignInPolicy policy = IdentityFixture.with(Amount.ATTEMPTS, 1);
    Lock one = fail("admin", HERE, policy).getFirst();
    Lock other = fail("maria", HERE, policy).getFirst();
    assertThat(lock.locks(START)).containsExactlyInAnyOrder(one, other);
    assertThat(lock.unlock(one.id(), START)).isEqualTo(one);
    assertThat(lock.unlock(one.id(), START)).isNull();
    assertThat(isLocked("admin", HERE)).isFalse();
    assertThat(lock.locks(START)).containsExactly(other);
    assertThat(lock.locks(other.until())).isEmpty();
  }

  @Test
  void keepsNoMoreThanItsBoundHoweverManyNamesAreTried() {
    for (int i = 0; i < 10_000; i++) {
      fail("user" + i, HERE, SignInPolicy.SHIPPED);
    }
    assertThat(lock.subjectsKept()).isEqualTo(100);
  }
}
