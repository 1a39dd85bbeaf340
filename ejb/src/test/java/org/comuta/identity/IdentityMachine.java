package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.comuta.archive.ArchiveException;
import org.comuta.archive.ArchiveSamples;
import org.comuta.archive.BackupPart;
import org.comuta.archive.PartChange;
import org.comuta.archive.PartPlan;
import org.comuta.archive.ReadArchive;
import org.comuta.archive.RestoreRequest;
import org.comuta.database.Sql;
import org.comuta.schema.Schema;
import org.jspecify.annotations.Nullable;

/** A server with its own database and its own keys. */
final class IdentityMachine {
  static final RestoreRequest BY_ADMIN = new RestoreRequest("admin", "192.0.2.1", "", false);

  private final Path spool;
  final IdentityFixture identity;
  final List<BackupPart> parts;
  int changed;

  /**
   * @param source an empty database
   * @param spool folder for files on their way
   */
  IdentityMachine(DataSource source, Path spool) {
    this.spool = spool;
    Schema.migrate(source);
    identity = new IdentityFixture(new Sql(source));
    parts =
        List.of(
            IdentityBackup.users(source, identity.secrets, () -> changed++),
            SecurityBackup.part(new PolicyStore(identity.sql), identity.audit, () -> changed++),
            IdentityBackup.tokens(source, identity.secrets, () -> changed++),
            IdentityBackup.sshKeys(source, identity.secrets));
  }

  byte[] backup(@Nullable String passphrase) throws IOException {
    return ArchiveSamples.of(spool, passphrase, parts);
  }

  List<PartPlan> plan(byte[] backup, @Nullable String passphrase)
      throws IOException, ArchiveException {
    try (ReadArchive archive =
        ReadArchive.of(
            new ByteArrayInputStream(backup), passphrase, spool, ReadArchive.Limits.USUAL)) {
      List<PartPlan> plans = new ArrayList<>();
      for (BackupPart part : parts) {
        plans.add(part.plan(archive.part(part.name()), BY_ADMIN));
      }
      return plans;
    }
  }

  List<PartChange> restore(byte[] backup, @Nullable String passphrase)
      throws IOException, ArchiveException {
    List<PartPlan> plans = plan(backup, passphrase);
    List<PartChange> changes = new ArrayList<>();
    for (PartPlan plan : plans) {
      assertThat(plan.problems()).isEmpty();
      changes.addAll(plan.changes());
      plan.restore();
    }
    identity.authenticator.forget();
    return changes;
  }

  SignIn signIn(String name) throws InterruptedException {
    return identity.authenticator.signIn(name, IdentityFixture.PASSWORD, "192.0.2.9", false);
  }

  void enrol(String name) {
    Enrolment enrolment = identity.secondFactors.propose(name);
    if (enrolment == null) {
      throw new AssertionError("no second factor for " + name);
    }
    identity.secondFactors.confirm(name, code(enrolment));
    identity.authenticator.forget();
  }

  String code(Enrolment enrolment) {
    byte[] key = Base32Reader.read(enrolment.key());
    return Totp.USUAL.code(key, Totp.USUAL.stepAt(identity.clock.instant()));
  }

  SshKey sshKey(String id, String user, String encoded, String description) {
    SshKey key =
        new SshKey(
            id,
            user,
            "ssh-ed25519",
            "SHA256:of" + description,
            description,
            identity.clock.instant(),
            null,
            null);
    new SshKeyStore(identity.sql).insert(key, encoded);
    return key;
  }

  void token(String id, String user) {
    identity.tokens.insert(
        new Token(
            id,
            user,
            "billing",
            Rights.ALL,
            identity.clock.instant(),
            identity.clock.instant().plus(Duration.ofDays(9)),
            null,
            null),
        TokenSecret.hash("secret of " + id));
  }
}
