package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.comuta.identity.IdentityFixture.PASSWORD;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.comuta.archive.ArchiveException;
import org.comuta.archive.ArchiveSamples;
import org.comuta.archive.BackupPart;
import org.comuta.archive.MemoryPart;
import org.comuta.archive.PartChange;
import org.comuta.archive.PartChange.Change;
import org.comuta.archive.PartPlan;
import org.comuta.archive.ReadArchive;
import org.comuta.archive.RestoreRequest;
import org.comuta.database.Sql;
import org.comuta.schema.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users, tokens and the rules of sign-in go into a backup and come back, here or elsewhere. */
abstract class IdentityBackupContract {
  private static final String PASSPHRASE = "a passphrase of ours";
  private static final RestoreRequest BY_ADMIN =
      new RestoreRequest("admin", "192.0.2.1", "", false);

  @TempDir Path spool;
  private Machine here;
  private Machine elsewhere;

  /** A new, empty database. */
  abstract DataSource database();

  @BeforeEach
  void begin() {
    here = new Machine(database());
    elsewhere = new Machine(database());
  }

  /** A server with its own database and its own keys. */
  private final class Machine {
    final IdentityFixture identity;
    final List<BackupPart> parts;
    int changed;

    Machine(DataSource source) {
      Schema.migrate(source);
      identity = new IdentityFixture(new Sql(source));
      parts =
          List.of(
              IdentityBackup.users(source, identity.secrets, () -> changed++),
              new SecurityPart(new PolicyStore(identity.sql), identity.audit, () -> changed++),
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
      return identity.authenticator.signIn(name, PASSWORD, "192.0.2.9", false);
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

    SshKey sshKey(String id, String user, String description) {
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
      new SshKeyStore(identity.sql).insert(key, ENCODED);
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

  private static final String KEY = "31234567-89ab-cdef-0123-456789abcdef";
  private static final String ENCODED = "AAAAC3NzaC1lZDI1NTE5AAAA";
  private static final String TOKEN = "01234567-89ab-cdef-0123-456789abcdef";

  @Test
  void everythingComesBackAsItWas() throws Exception {
    here.identity.save("maria", Role.SUPERVISOR, true);
    here.identity.save("joao", Role.OPERATOR, false);
    here.token(TOKEN, "maria");
    here.identity.policy = IdentityFixture.with(SignInPolicy.Amount.PASSWORD_AGE, 30);
    new PolicyStore(here.identity.sql)
        .save(here.identity.policy.withSecondFactorFor(Set.of(Role.OPERATOR)));
    here.identity.audit.keep(77);
    byte[] backup = here.backup(null);
    List<User> users = here.identity.users.all();

    here.identity.save("maria", Role.OPERATOR, false);
    here.identity.users.delete("joao", Rights.ALL);
    here.identity.save("new", Role.OPERATOR, true);
    here.identity.tokens.delete(TOKEN);
    here.token("11234567-89ab-cdef-0123-456789abcdef", "new");
    new PolicyStore(here.identity.sql).save(SignInPolicy.SHIPPED);
    here.identity.audit.keep(0);
    List<PartChange> changes = here.restore(backup, null);

    assertThat(here.identity.users.all()).isEqualTo(users);
    assertThat(here.identity.tokens.all(null, here.identity.clock.instant()))
        .extracting(Token::id, Token::userName)
        .containsExactly(tuple(TOKEN, "maria"));
    SignInPolicy policy = new PolicyStore(here.identity.sql).load();
    assertThat(policy.passwordAge()).isEqualTo(30);
    assertThat(policy.secondFactorFor()).containsExactly(Role.OPERATOR);
    assertThat(here.identity.audit.ends().keptDays()).isEqualTo(77);
    assertThat(here.signIn("maria")).isInstanceOf(SignIn.Accepted.class);
    assertThat(here.changed).isEqualTo(3);
    assertThat(changes)
        .extracting(PartChange::kind, PartChange::name, PartChange::change)
        .contains(
            tuple("user", "joao", Change.CREATED),
            tuple("user", "maria", Change.UPDATED),
            tuple("user", "new", Change.DELETED),
            tuple("token", TOKEN, Change.CREATED),
            tuple("sign-in-policy", "", Change.UPDATED));
    assertThat(here.restore(backup, null)).isEmpty();
  }

  @Test
  void keysOfSshComeBackWithTheirUsers() throws Exception {
    here.identity.save("maria", Role.SUPERVISOR, true);
    SshKey kept = here.sshKey(KEY, "maria", "laptop");
    byte[] backup = here.backup(null);

    elsewhere.sshKey("21234567-89ab-cdef-0123-456789abcdef", "admin", "own");
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
    here.sshKey(KEY, "maria", "laptop");

    here.restore(backup, null);

    assertThat(new SshKeyStore(here.identity.sql).of("maria")).isEmpty();
  }

  @Test
  void usersOfADirectoryStayItsUsers() throws Exception {
    here.identity.save("maria", Role.SUPERVISOR, true);
    here.identity.sql.change(
        "update user_account set origin = ?, origin_name = ?, origin_subject = ?,"
            + " origin_present = ?, password_hash = null where name = ?",
        Origin.Kind.DIRECTORY,
        "office",
        "uid=maria",
        false,
        "maria");
    byte[] backup = here.backup(null);

    elsewhere.restore(backup, null);

    assertThat(elsewhere.identity.users.all())
        .filteredOn(user -> user.name().equals("maria"))
        .extracting(User::origin)
        .containsExactly(new Origin(Origin.Kind.DIRECTORY, "office", "uid=maria", false));
    assertThat(elsewhere.restore(backup, null)).isEmpty();
  }

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
      PartPlan plan = here.parts.getFirst().plan(archive.part("users"), BY_ADMIN);
      assertThat(plan.problems()).isEmpty();
      plan.restore();
    }

    assertThat(here.identity.users.all())
        .filteredOn(user -> user.name().equals("eva"))
        .extracting(User::origin)
        .containsExactly(Origin.LOCAL);
  }

  @Test
  void nobodyIsShownAHash() throws Exception {
    here.identity.save("maria", Role.SUPERVISOR, true);
    here.token(TOKEN, "maria");
    byte[] backup = here.backup(null);

    String told =
        elsewhere.plan(backup, null).stream()
            .flatMap(plan -> plan.changes().stream())
            .toList()
            .toString();

    assertThat(told).contains("maria").contains("********").doesNotContain("$2");
    assertThat(told).doesNotContain(TokenSecret.hash("secret of " + TOKEN));
  }

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
      PartPlan plan = here.parts.getFirst().plan(archive.part("users"), BY_ADMIN);

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

  @Test
  void rulesOfSignInThatBreakTheirLimitsAreTold() throws Exception {
    MemoryPart security = new MemoryPart("security", BackupPart.FIRST);
    security.texts.put(
        "sign-in-policy.json", "{\"idleTimeout\":1,\"secondFactorFor\":[],\"auditDays\":-1}");
    byte[] backup = ArchiveSamples.of(spool, null, List.of(security));
    try (ReadArchive archive =
        ReadArchive.of(new ByteArrayInputStream(backup), null, spool, ReadArchive.Limits.USUAL)) {
      PartPlan plan = here.parts.get(1).plan(archive.part("security"), BY_ADMIN);

      assertThat(plan.problems())
          .extracting(one -> one.problem().field())
          .containsExactly("idleTimeout", "auditDays");
    }
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
