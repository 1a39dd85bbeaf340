package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.comuta.archive.PartChange;
import org.comuta.archive.ReadArchive;
import org.junit.jupiter.api.Test;

/** Second factors go into a backup and come back, with their secrets or without. */
abstract class SecondFactorBackupContract extends IdentityMachines {
  @Test
  void aSecondFactorComesWithAPassphrase() throws Exception {
    here.identity.save("maria", Role.SUPERVISOR, true);
    here.enrol("maria");
    byte[] backup = here.backup(PASSPHRASE);

    List<PartChange> changes = elsewhere.restore(backup, PASSPHRASE);

    assertThat(changes).extracting(PartChange::kind).contains("second-factor", "recovery-code");
    assertThat(elsewhere.signIn("maria")).isInstanceOf(SignIn.CodeNeeded.class);
    assertThat(elsewhere.identity.secondFactors.recoveryCodesLeft("maria")).isEqualTo(10);
    assertThat(elsewhere.restore(backup, PASSPHRASE)).isEmpty();
  }

  @Test
  void withoutAPassphraseASecondFactorIsSetUpAnew() throws Exception {
    here.identity.save("maria", Role.SUPERVISOR, true);
    here.enrol("maria");
    byte[] backup = here.backup(null);

    List<String> notes =
        elsewhere.plan(backup, null).stream().flatMap(plan -> plan.notes().stream()).toList();
    elsewhere.restore(backup, null);

    assertThat(notes).singleElement().asString().contains("second-factor maria");
    assertThat(elsewhere.signIn("maria")).isInstanceOf(SignIn.Accepted.class);
  }

  @Test
  void withoutAPassphraseASecondFactorThatIsHereStays() throws Exception {
    here.identity.save("maria", Role.SUPERVISOR, true);
    here.enrol("maria");
    byte[] backup = here.backup(null);

    assertThat(here.restore(backup, null)).isEmpty();

    assertThat(here.signIn("maria")).isInstanceOf(SignIn.CodeNeeded.class);
  }

  @Test
  void theTextsOfABackupHaveNoSecretOfASecondFactor() throws Exception {
    here.identity.save("maria", Role.SUPERVISOR, true);
    here.enrol("maria");
    String sealed = String.valueOf(here.identity.secondFactors.proposed("maria"));
    byte[] backup = here.backup(PASSPHRASE);
    try (ReadArchive archive =
        ReadArchive.of(
            new ByteArrayInputStream(backup), PASSPHRASE, spool, ReadArchive.Limits.USUAL)) {
      try (var in = archive.part("users").file("second-factor.jsonl")) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text).contains("\"userName\":\"maria\"").doesNotContain("sealed:");
        assertThat(text).doesNotContain(sealed);
      }
      assertThat(Map.of("parts", archive.manifest().parts()))
          .containsEntry("parts", List.of("security", "ssh-keys", "tokens", "users"));
    }
  }
}
