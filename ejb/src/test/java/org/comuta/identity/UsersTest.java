package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsersTest {
  private static final String PASSWORD = "correct horse battery";

  private final Sql sql = IdentityDatabase.create();
  private final Users users =
      new Users(new UserStore(sql), new PasswordHasher(4, 2, 1_000), new SettableClock());

  private static UserChange change(String name, Role role, boolean enabled) {
    return new UserChange(name, "Somebody", role, enabled, PASSWORD);
  }

  @Test
  void theFirstUserIsMadeOnce() {
    assertThat(users.createFirst("admin", PASSWORD)).isTrue();
    assertThat(users.createFirst("admin", "another password")).isFalse();
    assertThat(users.all())
        .singleElement()
        .satisfies(user -> assertThat(user.role()).isEqualTo(Role.ADMINISTRATOR));
  }

  @Test
  void savingTwiceCreatesThenChanges() {
    users.createFirst("admin", PASSWORD);
    assertThat(users.save(change("maria", Role.OPERATOR, true)))
        .isInstanceOf(UserOutcome.Created.class);
    assertThat(users.save(change("maria", Role.SUPERVISOR, true)))
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
    UserOutcome outcome = users.save(new UserChange("maria", "", Role.OPERATOR, true, "too short"));
    assertThat(outcome).isInstanceOf(UserOutcome.Invalid.class);
    assertThat(users.find("maria")).isNull();
  }

  @Test
  void theLastAdministratorCanNeitherGoNorBeDisabledNorBecomeLess() {
    users.createFirst("admin", PASSWORD);
    users.save(change("other", Role.ADMINISTRATOR, false));
    assertThat(users.delete("admin")).isInstanceOf(UserOutcome.LastAdministrator.class);
    assertThat(users.save(change("admin", Role.ADMINISTRATOR, false)))
        .isInstanceOf(UserOutcome.LastAdministrator.class);
    assertThat(users.save(change("admin", Role.OPERATOR, true)))
        .isInstanceOf(UserOutcome.LastAdministrator.class);
    users.save(change("other", Role.ADMINISTRATOR, true));
    assertThat(users.delete("admin")).isInstanceOf(UserOutcome.Deleted.class);
    assertThat(users.delete("other")).isInstanceOf(UserOutcome.LastAdministrator.class);
  }

  @Test
  void deletingNobodySaysSo() {
    assertThat(users.delete("nobody")).isInstanceOf(UserOutcome.Missing.class);
  }
}
