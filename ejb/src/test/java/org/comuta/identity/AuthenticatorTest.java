package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthenticatorTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String HERE = "192.0.2.1";

  private final Sql sql = IdentityDatabase.create();
  private final SettableClock clock = new SettableClock();
  private final PasswordHasher hasher = new PasswordHasher(4, 2, 1_000);
  private final UserStore store = new UserStore(sql);
  private final Users users = new Users(store, hasher, clock);
  private final TokenStore tokens = new TokenStore(sql);
  private final AuditLog audit = new AuditLog(sql, clock);
  private final Authenticator authenticator =
      new Authenticator(
          store,
          tokens,
          hasher,
          new SignInLock(5, Duration.ofMinutes(5), Duration.ofMinutes(5), 100),
          new VerifiedCredentials<>(Duration.ofSeconds(30), 100),
          audit,
          clock);

  @BeforeEach
  void makeAUser() {
    users.createFirst("admin", PASSWORD);
  }

  @Test
  void theRightPasswordIsAcceptedWhateverTheCaseOfTheName() throws InterruptedException {
    assertThat(authenticator.signIn(" Admin ", PASSWORD, HERE, true))
        .isInstanceOfSatisfying(
            SignIn.Accepted.class,
            accepted -> assertThat(accepted.user().name()).isEqualTo("admin"));
    assertThat(actions()).containsExactly(AuditAction.SIGN_IN);
  }

  @Test
  void wrongPasswordsAndNobodysNamesAreRefusedAlikeAndWrittenDown() throws InterruptedException {
    assertThat(authenticator.signIn("admin", "wrong password", HERE, true))
        .isEqualTo(new SignIn.Refused());
    assertThat(authenticator.signIn("nobody", PASSWORD, HERE, true))
        .isEqualTo(new SignIn.Refused());
    assertThat(audit.page(0, 10))
        .extracting(AuditEntry::user, AuditEntry::outcome)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("nobody", AuditEntry.Outcome.REFUSED),
            org.assertj.core.groups.Tuple.tuple("admin", AuditEntry.Outcome.REFUSED));
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
    assertThat(actions()).contains(AuditAction.SIGN_IN_LOCKED);
    clock.goOn(Duration.ofMinutes(5));
    assertThat(authenticator.signIn("admin", PASSWORD, HERE, false))
        .isInstanceOf(SignIn.Accepted.class);
  }

  @Test
  void verifiedCredentialsAreRememberedUntilSomethingChanges() throws InterruptedException {
    authenticator.signIn("admin", PASSWORD, HERE, false);
    store.updatePassword("admin", hasher.hash("another password"), clock.instant());
    assertThat(authenticator.signIn("admin", PASSWORD, HERE, false))
        .isInstanceOf(SignIn.Accepted.class);
    authenticator.forget();
    assertThat(authenticator.signIn("admin", PASSWORD, HERE, false))
        .isEqualTo(new SignIn.Refused());
  }

  @Test
  void verifiedCredentialsAreForgottenAfterSomeSeconds() throws InterruptedException {
    authenticator.signIn("admin", PASSWORD, HERE, false);
    store.updatePassword("admin", hasher.hash("another password"), clock.instant());
    clock.goOn(Duration.ofSeconds(30));
    assertThat(authenticator.signIn("admin", PASSWORD, HERE, false))
        .isEqualTo(new SignIn.Refused());
  }

  @Test
  void aDisabledUserIsRefused() throws InterruptedException {
    users.save(new UserChange("maria", "", Role.OPERATOR, false, PASSWORD));
    assertThat(authenticator.signIn("maria", PASSWORD, HERE, true)).isEqualTo(new SignIn.Refused());
  }

  @Test
  void aTokenIsAcceptedUntilItExpires() {
    Instant expiry = clock.instant().plus(Duration.ofDays(1));
    String secret = TokenSecret.next();
    tokens.insert(new Token("t1", "admin", "", clock.instant(), expiry), TokenSecret.hash(secret));
    assertThat(authenticator.signInWithToken(secret)).isInstanceOf(SignIn.Accepted.class);
    assertThat(authenticator.signInWithToken(TokenSecret.next())).isEqualTo(new SignIn.Refused());
    clock.goOn(Duration.ofDays(1));
    assertThat(authenticator.signInWithToken(secret)).isEqualTo(new SignIn.Refused());
  }

  @Test
  void aUserTakesTheTokensAway() {
    users.save(new UserChange("maria", "", Role.OPERATOR, true, PASSWORD));
    String secret = TokenSecret.next();
    tokens.insert(
        new Token("t1", "maria", "", clock.instant(), clock.instant().plusSeconds(60)),
        TokenSecret.hash(secret));
    users.delete("maria");
    assertThat(tokens.all(null, clock.instant())).isEmpty();
    assertThat(authenticator.signInWithToken(secret)).isEqualTo(new SignIn.Refused());
  }

  @Test
  void aSessionEndsWhenItsUserChanges() {
    User user = users.find("admin");
    assertThat(user).isNotNull();
    if (user != null) {
      assertThat(authenticator.stillSignedIn("admin", user.changedAt())).isEqualTo(user);
      clock.goOn(Duration.ofSeconds(1));
      users.save(new UserChange("admin", "", Role.ADMINISTRATOR, true, "a new long password"));
      assertThat(authenticator.stillSignedIn("admin", user.changedAt())).isNull();
    }
  }

  private List<AuditAction> actions() {
    return audit.page(0, 100).stream().map(AuditEntry::action).toList();
  }
}
