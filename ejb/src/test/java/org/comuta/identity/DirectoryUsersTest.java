package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DirectoryUsersTest {
  private static final String HERE = "192.0.2.1";

  private final IdentityFixture identity = new IdentityFixture();
  private final FakeDirectories directories = identity.directories;
  private final Authenticator authenticator = identity.authenticator;

  @BeforeEach
  void aDirectoryKnowsMaria() {
    directories.add("first");
    directories.add("second");
    directories.know("first", "maria", "m-1", Role.SUPERVISOR);
  }

  private SignIn signIn(String name, String password) throws InterruptedException {
    return authenticator.signIn(name, password, HERE, true);
  }

  private SignIn signIn(String name) throws InterruptedException {
    return signIn(name, FakeDirectories.PASSWORD);
  }

  private User user(String name) {
    return Objects.requireNonNull(identity.users.find(name));
  }

  @Test
  void whoADirectoryKnowsSignsInWithTheRoleOfTheGroups() throws InterruptedException {
    assertThat(signIn(" Maria "))
        .isInstanceOfSatisfying(
            SignIn.Accepted.class,
            accepted -> {
              assertThat(accepted.user().role()).isEqualTo(Role.SUPERVISOR);
              assertThat(accepted.granted()).contains(Right.OPERATE).contains(Right.OWN_ACCOUNT);
              assertThat(accepted.due()).isEqualTo(Due.NOTHING);
            });
    assertThat(user("maria").origin())
        .isEqualTo(new Origin(Origin.Kind.DIRECTORY, "first", "m-1", true));
    assertThat(identity.actions()).contains(AuditAction.USER_SAVE, AuditAction.SIGN_IN);
  }

  @Test
  void theRoleFollowsTheGroupsAtEverySignIn() throws InterruptedException {
    signIn("maria");
    directories.know("first", "maria", "m-1", Role.OPERATOR);
    signIn("maria");
    assertThat(user("maria").role()).isEqualTo(Role.OPERATOR);
    directories.know("first", "maria", "m-1", null);
    assertThat(signIn("maria")).isEqualTo(new SignIn.Refused());
    assertThat(user("maria").isActive()).isFalse();
    directories.know("first", "maria", "m-1", Role.SUPERVISOR);
    assertThat(signIn("maria")).isInstanceOf(SignIn.Accepted.class);
    assertThat(user("maria").isActive()).isTrue();
  }

  @Test
  void aUserOfTheExchangeIsNeverLookedForInADirectory() throws InterruptedException {
    directories.know("first", "admin", "a-1", Role.ADMINISTRATOR);
    assertThat(signIn("admin")).isEqualTo(new SignIn.Refused());
    assertThat(signIn("admin", IdentityFixture.PASSWORD)).isInstanceOf(SignIn.Accepted.class);
    assertThat(directories.asked()).isEmpty();
  }

  @Test
  void anEmptyPasswordIsNeverSentToADirectory() throws InterruptedException {
    assertThat(signIn("maria", "")).isEqualTo(new SignIn.Refused());
    assertThat(directories.asked()).isEmpty();
  }

  @Test
  void aNameThatNoUserCanHaveIsNeverSentToADirectory() throws InterruptedException {
    for (String name : new String[] {"*", "maria)(uid=*", "maria*", "cn=maria", "", "a b"}) {
      assertThat(signIn(name)).as(name).isEqualTo(new SignIn.Refused());
    }
    assertThat(directories.asked()).isEmpty();
  }

  @Test
  void failuresLockAsThoseOfUsersOfTheExchangeDo() throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("maria", "wrong")).isEqualTo(new SignIn.Refused());
    }
    assertThat(signIn("maria")).isInstanceOf(SignIn.Locked.class);
  }

  @Test
  void theDirectoryThatKnewANameFirstKeepsIt() throws InterruptedException {
    directories.know("second", "joao", "j-2", Role.OPERATOR);
    assertThat(signIn("joao")).isInstanceOf(SignIn.Accepted.class);
    directories.know("first", "joao", "j-1", Role.ADMINISTRATOR);
    assertThat(signIn("joao")).isInstanceOf(SignIn.Accepted.class);
    assertThat(user("joao").role()).isEqualTo(Role.OPERATOR);
    directories.remove("second");
    assertThat(signIn("joao")).isEqualTo(new SignIn.Refused());
  }

  @Test
  void theFirstDirectoryThatKnowsTheNameDecides() throws InterruptedException {
    directories.know("second", "maria", "m-2", Role.ADMINISTRATOR);
    assertThat(signIn("maria", "wrong")).isEqualTo(new SignIn.Refused());
    assertThat(directories.asked()).containsExactly("first");
  }

  @Test
  void aDeadDirectoryStopsNeitherTheOthersNorTheUsersOfTheExchange() throws InterruptedException {
    directories.away("first");
    directories.know("second", "joao", "j-2", Role.OPERATOR);
    assertThat(signIn("joao")).isInstanceOf(SignIn.Accepted.class);
    assertThat(signIn("admin", IdentityFixture.PASSWORD)).isInstanceOf(SignIn.Accepted.class);
    for (int i = 0; i < 10; i++) { // nothing was tried, so nothing is counted
      assertThat(signIn("maria")).isEqualTo(new SignIn.DirectoryAway());
    }
    assertThat(identity.watch.failed()).isEmpty();
    directories.back("first");
    assertThat(signIn("maria")).isInstanceOf(SignIn.Accepted.class);
  }

  @Test
  void thatADirectoryWasAwayIsInTheAuditLogOnceAMinute() throws InterruptedException {
    directories.away("first");
    directories.away("second");
    signIn("maria");
    signIn("maria");
    assertThat(identity.audit.page(AuditQuery.ALL, 0, 10))
        .extracting(AuditEntry::action, AuditEntry::object, AuditEntry::outcome, AuditEntry::detail)
        .containsExactly(
            tuple(
                AuditAction.SIGN_IN,
                "maria",
                AuditEntry.Outcome.FAILED,
                "directory first: told so; directory second: told so"));
    identity.clock.goOn(Duration.ofSeconds(61));
    signIn("maria");
    assertThat(identity.actions()).hasSize(2);
  }

  @Test
  void aNameThatIsAnotherPersonsNowBeginsAnew() throws InterruptedException {
    signIn("maria");
    String secret = token("maria");
    Instant before = user("maria").createdAt();
    identity.clock.goOn(Duration.ofDays(30));
    directories.know("first", "maria", "m-9", Role.SUPERVISOR);
    assertThat(signIn("maria")).isInstanceOf(SignIn.Accepted.class);
    assertThat(user("maria").createdAt()).isAfter(before);
    authenticator.forget();
    assertThat(authenticator.signInWithToken(secret, HERE)).isEqualTo(new SignIn.Refused());
  }

  @Test
  void tokensAndSessionsEndWhenADirectoryKnowsTheUserNoMore() throws InterruptedException {
    signIn("maria");
    String secret = token("maria");
    PortalSession session = identity.sessions.begin("maria", SessionKind.PORTAL, HERE, "");
    assertThat(authenticator.signInWithToken(secret, HERE)).isInstanceOf(SignIn.Accepted.class);
    directories.forget("first", "maria");
    authenticator.lookAgain(); // too early
    assertThat(authenticator.signInWithToken(secret, HERE)).isInstanceOf(SignIn.Accepted.class);
    identity.clock.goOn(Duration.ofMinutes(16));
    authenticator.lookAgain();
    assertThat(authenticator.signInWithToken(secret, HERE)).isEqualTo(new SignIn.Refused());
    assertThat(identity.sessions.find(session.id(), true)).isNull();
    directories.know("first", "maria", "m-1", Role.OPERATOR);
    identity.clock.goOn(Duration.ofMinutes(16));
    authenticator.lookAgain();
    assertThat(authenticator.signInWithToken(secret, HERE))
        .isInstanceOfSatisfying(
            SignIn.Accepted.class,
            accepted -> assertThat(accepted.user().role()).isEqualTo(Role.OPERATOR));
  }

  @Test
  void aTryToSignInFindsOutAtOnceThatSomebodyLeft() throws InterruptedException {
    signIn("maria");
    String secret = token("maria");
    assertThat(authenticator.signInWithToken(secret, HERE)).isInstanceOf(SignIn.Accepted.class);
    directories.forget("first", "maria");
    assertThat(signIn("maria", "whatever it was")).isEqualTo(new SignIn.Refused());
    assertThat(authenticator.signInWithToken(secret, HERE)).isEqualTo(new SignIn.Refused());
  }

  @Test
  void nobodyLosesATokenBecauseADirectoryIsAway() throws InterruptedException {
    signIn("maria");
    String secret = token("maria");
    directories.away("first");
    identity.clock.goOn(Duration.ofHours(1));
    authenticator.lookAgain();
    assertThat(authenticator.signInWithToken(secret, HERE)).isInstanceOf(SignIn.Accepted.class);
  }

  @Test
  void tokensEndWithTheDirectory() throws InterruptedException {
    signIn("maria");
    String secret = token("maria");
    directories.remove("first");
    authenticator.lookAgain();
    assertThat(authenticator.signInWithToken(secret, HERE)).isEqualTo(new SignIn.Refused());
  }

  @Test
  void aUserThatAnAdministratorDisabledIsRefused() throws InterruptedException {
    signIn("maria");
    identity.users.save(
        new UserChange("maria", "", Role.SUPERVISOR, OwnRights.NONE, false, null), Rights.ALL);
    authenticator.forget();
    assertThat(signIn("maria")).isEqualTo(new SignIn.Refused());
  }

  @Test
  void anAdministratorOfADirectoryIsNotTheLastOne() throws InterruptedException {
    directories.know("first", "chief", "c-1", Role.ADMINISTRATOR);
    signIn("chief");
    assertThat(identity.users.delete("admin", Rights.ALL))
        .isEqualTo(new UserOutcome.LastAdministrator());
  }

  private String token(String userName) {
    String secret = TokenSecret.next();
    Instant now = identity.clock.instant();
    identity.tokens.insert(
        new Token(
            "t-" + userName,
            userName,
            "",
            Rights.ALL,
            now,
            now.plus(Duration.ofDays(90)),
            null,
            null),
        TokenSecret.hash(secret));
    return secret;
  }
}
