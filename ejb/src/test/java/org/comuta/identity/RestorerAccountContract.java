package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever restores is never locked out. */
abstract class RestorerAccountContract extends IdentityMachines {
  @Test
  void whoRestoresKeepsHisAccount() throws Exception {
    here.identity.save("admin", Role.ADMINISTRATOR, true);
    byte[] backup = here.backup(null);
    String other = "another password of his";
    elsewhere.identity.users.save(
        new UserChange("admin", "", Role.ADMINISTRATOR, OwnRights.NONE, true, other), Rights.ALL);
    elsewhere.token(TOKEN, "admin");

    elsewhere.restore(backup, null);

    assertThat(elsewhere.identity.authenticator.signIn("admin", other, "192.0.2.9", false))
        .isInstanceOf(SignIn.Accepted.class);
    assertThat(elsewhere.identity.tokens.find(TOKEN)).isNotNull();
  }

  @Test
  void whoRestoresStaysWhenTheBackupDoesNotKnowHim() throws Exception {
    here.identity.save("boss", Role.ADMINISTRATOR, true);
    here.identity.users.delete("admin", Rights.ALL);

    elsewhere.restore(here.backup(null), null);

    assertThat(elsewhere.identity.users.all())
        .extracting(User::name)
        .containsExactly("admin", "boss");
  }
}
