package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comuta.identity.IdentityFixture.PASSWORD;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class AuthenticatorTest {
  private static final String HERE = "192.0.2.1";

  private final IdentityFixture identity = new IdentityFixture();
  private final SettableClock clock = identity.clock;
  private final UserStore store = identity.store;
  private final Users users = identity.users;
  private final TokenStore tokens = identity.tokens;
  private final Authenticator authenticator = identity.authenticator;

  @Test
  void theRightPasswordIsAcceptedWhateverTheCaseOfTheName() throws InterruptedException {
    assertThat(authenticator.signIn(" Admin ", PASSWORD, HERE, true))
        .isInstanceOfSatisfying(
            SignIn.Accepted.class,
            accepted -> assertThat(accepted.user().name()).isEqualTo("admin"));
    assertThat(identity.actions()).containsExactly(AuditAction.SIGN_IN);
  }

  @Test
  void wrongPasswordsAndNobodysNamesAreRefusedAlikeAndWrittenDown() throws InterruptedException {
    assertThat(authenticator.signIn("admin", "wrong password", HERE, true))
        .isEqualTo(new SignIn.Refused());
    assertThat(authenticator.signIn("nobody", PASSWORD, HERE, true))
        .isEqualTo(new SignIn.Refused());
    assertThat(identity.audit.page(AuditQuery.ALL, 0, 10))
        .extracting(AuditEntry::user, AuditEntry::outcome)
        .containsExactly(
            Tuple.tuple("nobody", AuditEntry.Outcome.REFUSED),
            Tuple.tuple("admin", AuditEntry.Outcome.REFUSED));
  }

  @Test
  void fiveFailuresLockEvenTheRightPasswordForFiveMinutes() throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      authenticator.signIn("admin", "wrong password", HERE, false);
    }
    assertThat(authenticator.signIn("admin", PASSWORD, HERE, false))
        .isEqualTo(new SignIn.Locked(clock.instant().plusSeconds(300)));
    assertThat(authenticator.signIn("admin", PASSWORD, "192.0.2.2", false))
        .isInstanceOf(SignIn.Accepted.class);
    assertThat(identity.actions()).contains(AuditAction.SIGN_IN_LOCKED);
    clock.goOn(Duration.ofMinutes(5));
    assertThat(authenticator.signIn("admin", PASSWORD, HERE, false))
        .isInstanceOf(SignIn.Accepted.class);
  }

  @Test
  void verifiedCredentialsAreRememberedUntilSomethingChanges() throws InterruptedException {
    authenticator.signIn("admin", PASSWORD, HERE, false);
    store.updatePassword("admin", identity.hasher.hash("another password"));
    assertThat(authenticator.signIn("admin", PASSWORD, HERE, false))
        .isInstanceOf(SignIn.Accepted.class);
    authenticator.forget();
    assertThat(authenticator.signIn("admin", PASSWORD, HERE, false))
        .isEqualTo(new SignIn.Refused());
  }

  @Test
  void verifiedCredentialsAreForgottenAfterSomeSeconds() throws InterruptedException {
    authenticator.signIn("admin", PASSWORD, HERE, false);
    store.updatePassword("admin", identity.hasher.hash("another password"));
    clock.goOn(Duration.ofSeconds(30));
    assertThat(authenticator.signIn("admin", PASSWORD, HERE, false))
        .isEqualTo(new SignIn.Refused());
  }

  @Test
  void aDisabledUserIsRefused() throws InterruptedException {
    users.save(
        new UserChange("maria", "", Role.OPERATOR, OwnRights.NONE, false, PASSWORD), Rights.ALL);
    assertThat(authenticator.signIn("maria", PASSWORD, HERE, true)).isEqualTo(new SignIn.Refused());
  }

  @Test
  void aTokenIsAcceptedUntilItExpires() {
    String secret = token("admin", Rights.ALL, Duration.ofDays(1));
    assertThat(authenticator.signInWithToken(secret, HERE)).isInstanceOf(SignIn.Accepted.class);
    assertThat(authenticator.signInWithToken(TokenSecret.next(), HERE))
        .isEqualTo(new SignIn.Refused());
    clock.goOn(Duration.ofDays(1));
    assertThat(authenticator.signInWithToken(secret, HERE)).isEqualTo(new SignIn.Refused());
  }

  @Test
  void aTokenThatIsRememberedExpiresToTheSecond() {
    String secret = token("admin", Rights.ALL, Duration.ofSeconds(10));
    assertThat(authenticator.signInWithToken(secret, HERE)).isInstanceOf(SignIn.Accepted.class);
    clock.goOn(Duration.ofSeconds(10));
    assertThat(authenticator.signInWithToken(secret, HERE)).isEqualTo(new SignIn.Refused());
  }

  @Test
  void aUserTakesTheTokensAway() {
    identity.save("maria", Role.OPERATOR, true);
    String secret = token("maria", Rights.ALL, Duration.ofMinutes(1));
    users.delete("maria", Rights.ALL);
    assertThat(tokens.all(null, clock.instant())).isEmpty();
    assertThat(authenticator.signInWithToken(secret, HERE)).isEqualTo(new SignIn.Refused());
  }

  @Test
  void aTokenOfADisabledUserIsRefused() {
    identity.save("maria", Role.OPERATOR, false);
    String secret = token("maria", Rights.ALL, Duration.ofMinutes(1));
    assertThat(authenticator.signInWithToken(secret, HERE)).isEqualTo(new SignIn.Refused());
  }

  @Test
  void aTokenSpeaksForNobodyInPerson() {
    String secret = token("admin", Rights.ALL, Duration.ofMinutes(1));
    for (int i = 0; i < 2; i++) { // the second time from memory
      assertThat(authenticator.signInWithToken(secret, HERE))
          .isInstanceOfSatisfying(
              SignIn.Accepted.class,
              accepted ->
                  assertThat(accepted.granted())
                      .contains(Right.ADMINISTER)
                      .doesNotContain(Right.OWN_ACCOUNT));
    }
  }

  @Test
  void aTokenLosesWhatItsUserLosesAndGainsNothing() {
    identity.save("maria", Role.SUPERVISOR, true);
    Rights scope = new Rights(Level.READ, Level.FULL, Level.NONE, Level.NONE);
    String secret = token("maria", scope, Duration.ofMinutes(1));
    assertThat(rightsWith(secret)).isEqualTo(scope);
    identity.save("maria", Role.OPERATOR, true);
    assertThat(rightsWith(secret))
        .isEqualTo(new Rights(Level.READ, Level.READ, Level.NONE, Level.NONE));
    identity.save("maria", Role.ADMINISTRATOR, true);
    assertThat(rightsWith(secret)).isEqualTo(scope);
  }

  @Test
  void theUseOfATokenIsWrittenDown() {
    String secret = token("admin", Rights.NONE, Duration.ofMinutes(1));
    authenticator.signInWithToken(secret, HERE);
    assertThat(tokens.all("admin", clock.instant()))
        .extracting(Token::lastUsedAt, Token::lastUsedAddress)
        .containsExactly(Tuple.tuple(clock.instant(), HERE));
  }

  private String token(String userName, Rights scope, Duration lifetime) {
    String secret = TokenSecret.next();
    Instant now = clock.instant();
    tokens.insert(
        new Token("t1", userName, "", scope, now, now.plus(lifetime), null, null),
        TokenSecret.hash(secret));
    return secret;
  }

  private Rights rightsWith(String secret) {
    return authenticator.signInWithToken(secret, HERE) instanceof SignIn.Accepted accepted
        ? accepted.rights()
        : Rights.NONE;
  }
}
