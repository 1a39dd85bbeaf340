package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.comuta.archive.PartChange;
import org.comuta.archive.PartChange.Change;
import org.junit.jupiter.api.Test;

/** Keys of SSH go into a backup and come back with their users. */
abstract class SshKeyBackupContract extends IdentityMachines {
  private static final String KEY = "31234567-89ab-cdef-0123-456789abcdef";
  private static final String ENCODED = "AAAAC3NzaC1lZDI1NTE5AAAA";

  @Test
  void keysOfSshComeBackWithTheirUsers() throws Exception {
    here.identity.save("maria", Role.SUPERVISOR, true);
    SshKey kept = here.sshKey(KEY, "maria", ENCODED, "laptop");
    byte[] backup = here.backup(null);

    elsewhere.sshKey("21234567-89ab-cdef-0123-456789abcdef", "admin", ENCODED, "own");
    List<PartChange> changes = elsewhere.restore(backup, null);

    SshKeyStore keys = new SshKeyStore(elsewhere.identity.sql);
    assertThat(keys.of("maria")).containsExactly(kept);
    assertThat(keys.find("maria", kept.fingerprint(), ENCODED)).isEqualTo(kept);
    assertThat(keys.of("admin")).extracting(SshKey::description).containsExactly("own");
    assertThat(changes)
        .extracting(PartChange::kind, PartChange::name, PartChange::change)
        .contains(tuple("ssh-key", KEY, Change.CREATED));
    assertThat(elsewhere.restore(backup, null)).isEmpty();
  }

  @Test
  void keysOfSshThatAreNewGo() throws Exception {
    here.identity.save("maria", Role.SUPERVISOR, true);
    byte[] backup = here.backup(null);
    here.sshKey(KEY, "maria", ENCODED, "laptop");

    here.restore(backup, null);

    assertThat(new SshKeyStore(here.identity.sql).of("maria")).isEmpty();
  }
}
