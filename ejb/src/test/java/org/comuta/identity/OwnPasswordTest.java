package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comuta.identity.IdentityFixture.PASSWORD;

import java.time.Duration;
import org.comuta.description.Problem;
import org.comuta.identity.SignInPolicy.Amount;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnPasswordTest {
  private final IdentityFixture identity = new IdentityFixture();

  private @Nullable PasswordOutcome objection(String next) throws InterruptedException {
    return identity.users.objection("admin", PASSWORD, next);
  }

  private void change(String next) {
    identity.users.setOwnPassword("admin", identity.users.hash(next), null);
    identity.authenticator.forget();
    identity.clock.goOn(Duration.ofSeconds(1));
  }

  private static void assertUsed(@Nullable PasswordOutcome outcome) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            PasswordOutcome.Invalid.class,
            invalid ->
                assertThat(invalid.problems()).extracting(Problem::code).containsExactly("used"));
  }

  private SignIn signIn(String password) throws InterruptedException {
    return identity.authenticator.signIn("admin", password, "192.0.2.1", false);
  }

  @Test
  void theNewOneCountsAndTheOldOneDoesNot() throws InterruptedException {
    assertThat(objection("another long one")).isNull();
    change("another long one");
    assertThat(signIn(PASSWORD)).isEqualTo(new SignIn.Refused());
    assertThat(signIn("another long one")).isInstanceOf(SignIn.Accepted.class);
  }

  @Test
  void theCurrentOneIsNeverTakenAgain() throws InterruptedException {
    assertUsed(objection(PASSWORD));
  }

  @Test
  void theRulesCountForOwnPasswordsToo() throws InterruptedException {
    assertThat(objection("short"))
        .isInstanceOfSatisfying(
            PasswordOutcome.Invalid.class,
            invalid ->
                assertThat(invalid.problems()).extracting(Problem::field).contains("newPassword"));
  }

  @Test
  void asManyFromBeforeAreRefusedAsThePolicySays() throws InterruptedException {
    change("the second password");
    change("the third password");
    assertThat(objection(PASSWORD + "!")).isNull();
    identity.policy = IdentityFixture.with(Amount.PASSWORD_HISTORY, 1);
    assertUsed(identity.users.objection("admin", "the third password", "the second password"));
    assertThat(identity.users.objection("admin", "the third password", PASSWORD)).isNull();
    identity.policy = IdentityFixture.with(Amount.PASSWORD_HISTORY, 2);
    assertUsed(identity.users.objection("admin", "the third password", PASSWORD));
  }

  @Test
  void whoseItWasResetMayDoNothingButChangeIt() throws InterruptedException {
    identity.users.save(
        new UserChange("maria", "", Role.SUPERVISOR, OwnRights.NONE, true, PASSWORD, true),
        Rights.ALL);
    assertThat(identity.authenticator.signIn("maria", PASSWORD, "192.0.2.1", false))
        .isInstanceOfSatisfying(
            SignIn.Accepted.class,
            accepted -> {
              assertThat(accepted.due()).isEqualTo(Due.PASSWORD);
              assertThat(accepted.granted()).containsExactly(Right.OWN_ACCOUNT);
            });
    identity.users.setOwnPassword("maria", identity.users.hash("another long one"), null);
    identity.authenticator.forget();
    assertThat(identity.authenticator.signIn("maria", "another long one", "192.0.2.1", false))
        .isInstanceOfSatisfying(
            SignIn.Accepted.class,
            accepted -> {
              assertThat(accepted.due()).isEqualTo(Due.NOTHING);
              assertThat(accepted.granted()).contains(Right.OPERATE);
            });
  }

  @Test
  void anotherChangeOfTheUserDoesNotForgetThatItIsDue() {
    identity.users.save(
        new UserChange("maria", "", Role.SUPERVISOR, OwnRights.NONE, true, PASSWORD, true),
        Rights.ALL);
    identity.users.save(
        new UserChange("maria", "M", Role.SUPERVISOR, OwnRights.NONE, true, null), Rights.ALL);
    assertThat(identity.users.find("maria"))
        .satisfies(
            user -> {
              assertThat(user).isNotNull();
              assertThat(user.mustChangePassword()).isTrue();
            });
  }

  @Test
  void aPasswordIsDueWhenItIsTooOld() throws InterruptedException {
    identity.policy = IdentityFixture.with(Amount.PASSWORD_AGE, 30);
    identity.clock.goOn(Duration.ofDays(30).minusSeconds(1));
    assertThat(passwordDue()).isFalse();
    identity.clock.goOn(Duration.ofSeconds(1));
    assertThat(passwordDue()).isTrue();
    identity.policy = SignInPolicy.SHIPPED;
    assertThat(passwordDue()).isFalse();
  }

  private boolean passwordDue() throws InterruptedException {
    return signIn(PASSWORD) instanceof SignIn.Accepted accepted && accepted.due() == Due.PASSWORD;
  }
}
