package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionsTest {
  private final IdentityFixture identity = new IdentityFixture();
  private final Sessions sessions = identity.sessions;

  private PortalSession begin(String userName) {
    return sessions.begin(userName, SessionKind.PORTAL, "192.0.2.1", "Browser/1");
  }

  @Test
  void aSessionSaysWhoseItIsFromWhereAndSinceWhen() {
    PortalSession session = begin("admin");
    identity.clock.goOn(Duration.ofSeconds(5));
    assertThat(sessions.find(session.id(), true)).isEqualTo(identity.users.find("admin"));
    assertThat(sessions.all(null))
        .containsExactly(
            new PortalSession(
                session.id(),
                "admin",
                SessionKind.PORTAL,
                "192.0.2.1",
                "Browser/1",
                identity.clock.instant().minusSeconds(5),
                identity.clock.instant()));
  }

  @ParameterizedTest(
      name = "idle for {0} s, asked {1} times after {2} s each by a person {3}: goes on {4}")
  @CsvSource({
    // limits: 600 s idle, 3600 s in all
    "600, 1, 599, true, true",
    "600, 1, 600, true, false",
    "600, 6, 599, true, true",
    "600, 7, 599, true, false",
    "600, 2, 300, false, false",
    "600, 1, 300, false, true",
    "86400, 1, 3599, true, true",
    "86400, 1, 3600, true, false",
  })
  void aSessionEndsWhenIdleAndAtLast(
      long idle, int times, int seconds, boolean byPerson, boolean goesOn) {
    identity.policy =
        SignInPolicy.of(
            amount ->
                switch (amount) {
                  case IDLE_TIMEOUT -> idle;
                  case LONGEST_SESSION -> 3_600;
                  default -> amount.otherwise();
                });
    PortalSession session = begin("admin");
    User user = null;
    for (int i = 0; i < times; i++) {
      identity.clock.goOn(Duration.ofSeconds(seconds));
      user = sessions.find(session.id(), byPerson);
    }
    assertThat(user != null).isEqualTo(goesOn);
    assertThat(sessions.all(null)).hasSize(goesOn ? 1 : 0);
  }

  @Test
  void oneOrAllOfAUserAreEnded() {
    identity.save("maria", Role.OPERATOR, true);
    PortalSession one = begin("maria");
    PortalSession other = begin("maria");
    PortalSession ofAdmin = begin("admin");
    assertThat(sessions.end(one.id())).isTrue();
    assertThat(sessions.end(one.id())).isFalse();
    assertThat(sessions.find(one.id(), true)).isNull();
    assertThat(sessions.all("maria")).containsExactly(other);
    assertThat(sessions.endAll("maria", null)).isEqualTo(1);
    assertThat(sessions.all(null)).containsExactly(ofAdmin);
  }

  @Test
  void aSessionGoesOnWithOtherRightsAndEndsWithThePassword() {
    identity.save("maria", Role.OPERATOR, true);
    PortalSession session = begin("maria");
    identity.users.save(
        new UserChange("maria", "", Role.EMPLOYEE, OwnRights.NONE, true, null), Rights.ALL);
    assertThat(sessions.find(session.id(), true))
        .satisfies(
            user -> {
              assertThat(user).isNotNull();
              assertThat(user.effectiveRights()).isEqualTo(Rights.NONE);
            });
    identity.users.save(
        new UserChange("maria", "", Role.EMPLOYEE, OwnRights.NONE, true, "a new long password"),
        Rights.ALL);
    assertThat(sessions.find(session.id(), true)).isNull();
  }

  @Test
  void ownNewPasswordLeavesTheSessionItWasChangedIn() {
    PortalSession here = begin("admin");
    PortalSession elsewhere = begin("admin");
    identity.users.setOwnPassword("admin", "hash", here.id());
    assertThat(sessions.find(here.id(), true)).isNotNull();
    assertThat(sessions.find(elsewhere.id(), true)).isNull();
  }

  @Test
  void aSessionEndsWhenItsUserIsDisabledOrGone() {
    identity.save("maria", Role.OPERATOR, true);
    PortalSession session = begin("maria");
    identity.users.save(
        new UserChange("maria", "", Role.OPERATOR, OwnRights.NONE, false, null), Rights.ALL);
    assertThat(sessions.find(session.id(), true)).isNull();
    identity.save("maria", Role.OPERATOR, true);
    PortalSession another = begin("maria");
    identity.users.delete("maria", Rights.ALL);
    assertThat(sessions.find(another.id(), true)).isNull();
    assertThat(sessions.all(null)).isEmpty();
  }

  @Test
  void aStartForgetsTheSessionsOfItsOwnNodeOnly() {
    Sessions elsewhere =
        new Sessions(
            new SessionStore(identity.sql), () -> identity.policy, "elsewhere", identity.clock);
    begin("admin");
    PortalSession there = elsewhere.begin("admin", SessionKind.PORTAL, "192.0.2.2", "");
    sessions.startAnew();
    assertThat(sessions.all(null)).containsExactly(there);
    assertThat(sessions.find(there.id(), true)).isNotNull();
  }

  @Test
  void thoseTooOldAreCleanedUpWhenAnotherBegins() {
    begin("admin");
    identity.clock.goOn(Duration.ofDays(2));
    begin("admin");
    assertThat(identity.sql.count("select count(*) from portal_session")).isEqualTo(1);
  }
}
