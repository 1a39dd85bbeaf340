package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comuta.identity.IdentityFixture.PASSWORD;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecondFactorsTest {
  private static final String HERE = "192.0.2.1";

  private final IdentityFixture identity = new IdentityFixture();
  private final SecondFactors factors = identity.secondFactors;

  /** The code that an app with the key of this enrolment shows now. */
  private String code(Enrolment enrolment) {
    byte[] key = Base32Reader.read(enrolment.key());
    return Totp.USUAL.code(key, Totp.USUAL.stepAt(identity.clock.instant()));
  }

  private Enrolment propose() {
    Enrolment enrolment = factors.propose("admin");
    if (enrolment == null) {
      throw new AssertionError("There is a second factor already");
    }
    return enrolment;
  }

  private List<String> confirm(Enrolment enrolment) {
    List<String> codes = factors.confirm("admin", code(enrolment));
    identity.authenticator.forget();
    return codes == null ? List.of() : codes;
  }

  private SignIn signIn() throws InterruptedException {
    return identity.authenticator.signIn("admin", PASSWORD, HERE, true);
  }

  private SignIn signInWithCode(String code) {
    return identity.authenticator.signInWithCode("admin", code, HERE);
  }

  private void later() {
    identity.clock.goOn(Duration.ofSeconds(30));
  }

  @Test
  void itCountsOnceItIsConfirmed() throws InterruptedException {
    Enrolment enrolment = propose();
    assertThat(enrolment.uri())
        .isEqualTo("otpauth://totp/Comuta:admin?secret=" + enrolment.key() + "&issuer=Comuta");
    assertThat(factors.proposed("admin")).isEqualTo(enrolment);
    assertThat(factors.confirm("admin", "000000")).isNull();
    assertThat(signIn()).isInstanceOf(SignIn.Accepted.class);
    assertThat(confirm(enrolment)).hasSize(10).doesNotHaveDuplicates();
    assertThat(signIn()).isInstanceOf(SignIn.CodeNeeded.class);
    assertThat(factors.proposed("admin")).isNull();
    assertThat(factors.propose("admin")).isNull();
  }

  @Test
  void theKeyIsSealedAndTheRecoveryCodesAreHashed() {
    Enrolment enrolment = propose();
    List<String> codes = confirm(enrolment);
    assertThat(
            identity.sql.query(
                "select sealed_key from second_factor", row -> row.getString("sealed_key")))
        .allSatisfy(kept -> assertThat(kept).startsWith("sealed:").doesNotContain(enrolment.key()));
    assertThat(
            identity.sql.query(
                "select code_hash from recovery_code", row -> row.getString("code_hash")))
        .hasSize(10)
        .doesNotContainAnyElementsOf(codes);
  }

  @Test
  void aCodeSignsInOnce() {
    Enrolment enrolment = propose();
    confirm(enrolment);
    assertThat(signInWithCode(code(enrolment))).isEqualTo(new SignIn.Refused());
    later();
    String code = code(enrolment);
    assertThat(signInWithCode(code)).isInstanceOf(SignIn.Accepted.class);
    assertThat(signInWithCode(code)).isEqualTo(new SignIn.Refused());
    assertThat(identity.actions()).contains(AuditAction.SIGN_IN);
  }

  @Test
  void aRecoveryCodeSignsInOnceHoweverItIsTyped() {
    List<String> codes = confirm(propose());
    String typed = codes.getFirst().toLowerCase(Locale.ROOT).replace("-", " ");
    assertThat(signInWithCode(typed)).isInstanceOf(SignIn.Accepted.class);
    assertThat(signInWithCode(typed)).isEqualTo(new SignIn.Refused());
    assertThat(factors.recoveryCodesLeft("admin")).isEqualTo(9);
    assertThat(signInWithCode(codes.getLast())).isInstanceOf(SignIn.Accepted.class);
  }

  @Test
  void wrongCodesLockAsWrongPasswordsDoAndTheRightPasswordForgetsNone()
      throws InterruptedException {
    Enrolment enrolment = propose();
    confirm(enrolment);
    for (int i = 0; i < 5; i++) {
      assertThat(signIn()).isInstanceOf(SignIn.CodeNeeded.class);
      assertThat(signInWithCode("000000")).isEqualTo(new SignIn.Refused());
    }
    later();
    assertThat(signIn()).isInstanceOf(SignIn.Locked.class);
    assertThat(signInWithCode(code(enrolment))).isInstanceOf(SignIn.Locked.class);
  }

  @Test
  void wrongCodesForItsRemovalLockAsThoseAtSignInDo() throws InterruptedException {
    Enrolment enrolment = propose();
    confirm(enrolment);
    for (int i = 0; i < 5; i++) {
      assertThat(remove("000000")).isInstanceOf(SecondFactorOutcome.WrongCode.class);
    }
    later();
    assertThat(remove(code(enrolment)))
        .isEqualTo(new SecondFactorOutcome.Locked(identity.clock.instant().plusSeconds(270)));
    assertThat(signIn()).isInstanceOf(SignIn.Locked.class);
    assertThat(signInWithCode(code(enrolment))).isInstanceOf(SignIn.Locked.class);
    assertThat(identity.actions())
        .contains(AuditAction.SECOND_FACTOR_REMOVE, AuditAction.SIGN_IN_LOCKED);
    assertThat(identity.watch.locked()).isNotEmpty();
    identity.clock.goOn(Duration.ofMinutes(5));
    assertThat(remove(code(enrolment))).isInstanceOf(SecondFactorOutcome.Removed.class);
    identity.authenticator.forget();
    assertThat(signIn()).isInstanceOf(SignIn.Accepted.class);
  }

  @Test
  void whatFailsOverSshIsCountedWithTheRestFromThatAddress() throws InterruptedException {
    confirm(propose());
    Actor overSsh = new Actor("admin", Actor.overSsh(HERE));
    for (int i = 0; i < 5; i++) {
      identity.authenticator.removeSecondFactor("000000", overSsh);
    }
    assertThat(signIn()).isInstanceOf(SignIn.Locked.class);
  }

  private SecondFactorOutcome remove(String code) {
    return identity.authenticator.removeSecondFactor(code, new Actor("admin", HERE));
  }

  @Test
  void aProgramIsNotLetInByThePasswordAlone() throws InterruptedException {
    identity.authenticator.signIn("admin", PASSWORD, HERE, false);
    confirm(propose());
    for (int i = 0; i < 2; i++) { // the second time, were it remembered
      assertThat(identity.authenticator.signIn("admin", PASSWORD, HERE, false))
          .isInstanceOf(SignIn.CodeNeeded.class);
    }
  }

  @Test
  void itIsGoneWhenRemoved() throws InterruptedException {
    confirm(propose());
    factors.remove("admin");
    identity.authenticator.forget();
    assertThat(signIn()).isInstanceOf(SignIn.Accepted.class);
    assertThat(factors.recoveryCodesLeft("admin")).isZero();
    assertThat(factors.propose("admin")).isNotNull();
  }

  @Test
  void whoseRoleMustHaveOneMayDoNothingButGetIt() throws InterruptedException {
    identity.policy = identity.policy.withSecondFactorFor(Set.of(Role.ADMINISTRATOR));
    assertThat(signIn())
        .isInstanceOfSatisfying(
            SignIn.Accepted.class,
            accepted -> {
              assertThat(accepted.due()).isEqualTo(Due.SECOND_FACTOR);
              assertThat(accepted.granted()).containsExactly(Right.OWN_ACCOUNT);
            });
    Enrolment enrolment = propose();
    confirm(enrolment);
    later();
    assertThat(signInWithCode(code(enrolment)))
        .isInstanceOfSatisfying(
            SignIn.Accepted.class,
            accepted -> {
              assertThat(accepted.due()).isEqualTo(Due.NOTHING);
              assertThat(accepted.granted()).contains(Right.ADMINISTER);
            });
  }

  @Test
  void otherRolesNeedNone() throws InterruptedException {
    identity.policy = identity.policy.withSecondFactorFor(Set.of(Role.OPERATOR));
    assertThat(signIn())
        .isInstanceOfSatisfying(
            SignIn.Accepted.class, accepted -> assertThat(accepted.due()).isEqualTo(Due.NOTHING));
  }
}
