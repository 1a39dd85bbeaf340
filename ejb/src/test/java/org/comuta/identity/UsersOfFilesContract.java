package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.comuta.archive.ArchiveSamples;
import org.comuta.archive.BackupPart;
import org.comuta.archive.MemoryPart;
import org.comuta.archive.PartPlan;
import org.comuta.archive.ReadArchive;
import org.junit.jupiter.api.Test;

/** Users are taken from the files of a backup as far as they are any. */
abstract class UsersOfFilesContract extends IdentityMachines {
  @Test
  void usersOfAnOlderBackupAreOfTheExchange() throws Exception {
    MemoryPart users = new MemoryPart("users", BackupPart.FIRST);
    users.texts.put(
        "user-account.jsonl",
        """
        {"name":"eva","fullName":"","role":"OPERATOR","enabled":true,\
        "passwordHash":"$2a$12$eImiTXuWVxfM37uY4JANjQeImiTXuWVxfM37uY4JANjQeImiTXuWV",\
        "createdAt":"2026-03-04T05:06:07Z","changedAt":"2026-03-04T05:06:07Z",\
        "passwordChangedAt":"2026-03-04T05:06:07Z","mustChangePassword":false,\
        "secondFactor":false}
        """);
    byte[] backup = ArchiveSamples.of(spool, null, List.of(users));
    try (ReadArchive archive =
        ReadArchive.of(new ByteArrayInputStream(backup), null, spool, ReadArchive.Limits.USUAL)) {
      PartPlan plan = here.parts.getFirst().plan(archive.part("users"), IdentityMachine.BY_ADMIN);
      assertThat(plan.problems()).isEmpty();
      plan.restore();
    }

    assertThat(here.identity.users.all())
        .filteredOn(user -> user.name().equals("eva"))
        .extracting(User::origin)
        .containsExactly(Origin.LOCAL);
  }

  @Test
  void whatCannotBeARowIsTold() throws Exception {
    MemoryPart users = new MemoryPart("users", BackupPart.FIRST);
    users.texts.put(
        "user-account.jsonl",
        """
        {"name":"UPPER"}
        nothing
        {"name":"eva","fullName":"","role":"KING","enabled":1,"passwordHash":"x",\
        "createdAt":"never","changedAt":"2026-03-04T05:06:07Z",\
        "passwordChangedAt":"2026-03-04T05:06:07Z","mustChangePassword":false,"secondFactor":null}
        """);
    byte[] backup = ArchiveSamples.of(spool, null, List.of(users));
    try (ReadArchive archive =
        ReadArchive.of(new ByteArrayInputStream(backup), null, spool, ReadArchive.Limits.USUAL)) {
      PartPlan plan = here.parts.getFirst().plan(archive.part("users"), IdentityMachine.BY_ADMIN);

      assertThat(plan.problems())
          .filteredOn(one -> one.line() == 3)
          .extracting(one -> one.name(), one -> one.problem().field())
          .containsExactly(
              tuple("eva", "role"),
              tuple("eva", "enabled"),
              tuple("eva", "passwordHash"),
              tuple("eva", "createdAt"),
              tuple("eva", "secondFactor"));
      assertThat(plan.problems()).extracting(PartPlan.PartProblem::line).contains(1, 2);
    }
  }
}
