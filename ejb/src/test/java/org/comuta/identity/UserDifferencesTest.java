package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserDifferencesTest {
  private final IdentityFixture identity = new IdentityFixture();

  private static UserChange change(Role role, OwnRights rights, boolean enabled) {
    return new UserChange("maria", "Maria", role, rights, enabled, null);
  }

  @Test
  void whatChangedIsToldAndNothingElse() {
    identity.users.save(
        new UserChange(
            "maria", "Maria", Role.OPERATOR, OwnRights.NONE, true, IdentityFixture.PASSWORD),
        Rights.ALL);
    User before = identity.users.find("maria");
    OwnRights own = new OwnRights(Level.FULL, null, null, null);
    assertThat(UserDifferences.between(before, change(Role.SUPERVISOR, own, false)))
        .isEqualTo(
            "role: OPERATOR → SUPERVISOR, rights.configuration: – → FULL, enabled: true → false");
    assertThat(UserDifferences.between(before, change(Role.OPERATOR, OwnRights.NONE, true)))
        .isEmpty();
  }

  @Test
  void ofThePasswordOnlyThatItChangedIsTold() {
    assertThat(
            UserDifferences.between(
                null,
                new UserChange(
                    "maria", "", Role.OPERATOR, OwnRights.NONE, true, "correct horse battery")))
        .contains("password: ••• → •••", "role: – → OPERATOR")
        .doesNotContain("horse");
  }
}
