package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comuta.identity.IdentityFixture.PASSWORD;

import org.junit.jupiter.api.Test;

class UsersTest {
  private final IdentityFixture identity = new IdentityFixture();
  private final Users users = identity.users;

  private static UserChange change(String name, Role role, boolean enabled) {
    return new UserChange(name, "Somebody", role, OwnRights.NONE, enabled, PASSWORD);
  }

  @Test
  void theFirstUserIsMadeOnce() {
    assertThat(users.createFirst("admin", "another password")).isFalse();
    assertThat(users.all())
        .singleElement()
        .satisfies(user -> assertThat(user.role()).isEqualTo(Role.ADMINISTRATOR));
  }

  @Test
  void savingTwiceCreatesThenChanges() {
    assertThat(users.save(change("maria", Role.OPERATOR, true), Rights.ALL))
        .isInstanceOf(UserOutcome.Created.class);
    assertThat(users.save(change("maria", Role.SUPERVISOR, true), Rights.ALL))
        .isInstanceOf(UserOutcome.Changed.class);
    assertThat(users.find("maria"))
        .satisfies(
            user -> {
              assertThat(user).isNotNull();
              assertThat(user.role()).isEqualTo(Role.SUPERVISOR);
              assertThat(user.fullName()).isEqualTo("Somebody");
            });
  }

  @Test
  void aBadPasswordChangesNothing() {
    UserOutcome outcome =
        users.save(
            new UserChange("maria", "", Role.OPERATOR, OwnRights.NONE, true, "too short"),
            Rights.ALL);
    assertThat(outcome).isInstanceOf(UserOutcome.Invalid.class);
    assertThat(users.find("maria")).isNull();
  }

  @Test
  void theLastAdministratorCanNeitherGoNorBeDisabledNorBecomeLess() {
    users.save(change("other", Role.ADMINISTRATOR, false), Rights.ALL);
    assertThat(users.delete("admin", Rights.ALL)).isInstanceOf(UserOutcome.LastAdministrator.class);
    assertThat(users.save(change("admin", Role.ADMINISTRATOR, false), Rights.ALL))
        .isInstanceOf(UserOutcome.LastAdministrator.class);
    assertThat(users.save(change("admin", Role.OPERATOR, true), Rights.ALL))
        .isInstanceOf(UserOutcome.LastAdministrator.class);
    users.save(change("other", Role.ADMINISTRATOR, true), Rights.ALL);
    assertThat(users.delete("admin", Rights.ALL)).isInstanceOf(UserOutcome.Deleted.class);
    assertThat(users.delete("other", Rights.ALL)).isInstanceOf(UserOutcome.LastAdministrator.class);
  }

  @Test
  void whoHasLessThanAllRightsIsNoLastAdministrator() {
    users.save(
        new UserChange(
            "almost",
            "",
            Role.ADMINISTRATOR,
            new OwnRights(Level.READ, null, null, null),
            true,
            PASSWORD),
        Rights.ALL);
    assertThat(users.delete("admin", Rights.ALL)).isInstanceOf(UserOutcome.LastAdministrator.class);
    users.save(
        new UserChange(
            "grown",
            "",
            Role.EMPLOYEE,
            new OwnRights(Level.FULL, Level.FULL, Level.FULL, Level.FULL),
            true,
            PASSWORD),
        Rights.ALL);
    assertThat(users.delete("admin", Rights.ALL)).isInstanceOf(UserOutcome.Deleted.class);
  }

  @Test
  void ownRightsGoOverThoseOfTheRole() {
    OwnRights own = new OwnRights(Level.NONE, null, Level.FULL, null);
    users.save(new UserChange("maria", "", Role.OPERATOR, own, true, PASSWORD), Rights.ALL);
    assertThat(users.find("maria"))
        .satisfies(
            user -> {
              assertThat(user).isNotNull();
              assertThat(user.rights()).isEqualTo(own);
              assertThat(user.effectiveRights())
                  .isEqualTo(new Rights(Level.NONE, Level.READ, Level.FULL, Level.NONE));
            });
  }

  @Test
  void nobodyMakesOrTouchesAUserWithMoreRights() {
    Rights ofUserManager = new Rights(Level.READ, Level.READ, Level.NONE, Level.FULL);
    assertThat(users.save(change("new", Role.SUPERVISOR, true), ofUserManager))
        .isEqualTo(new UserOutcome.BeyondRights());
    assertThat(users.save(change("admin", Role.EMPLOYEE, true), ofUserManager))
        .isEqualTo(new UserOutcome.BeyondRights());
    assertThat(users.delete("admin", ofUserManager)).isEqualTo(new UserOutcome.BeyondRights());
    assertThat(users.all()).extracting(User::name).containsExactly("admin");
    assertThat(users.save(change("new", Role.EMPLOYEE, true), ofUserManager))
        .isInstanceOf(UserOutcome.Created.class);
    assertThat(users.delete("new", ofUserManager)).isInstanceOf(UserOutcome.Deleted.class);
  }

  @Test
  void deletingNobodySaysSo() {
    assertThat(users.delete("nobody", Rights.ALL)).isInstanceOf(UserOutcome.Missing.class);
  }
}
