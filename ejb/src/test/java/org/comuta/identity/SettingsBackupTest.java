package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.comuta.archive.ArchiveSamples;
import org.comuta.archive.PartChange;
import org.comuta.archive.PartChange.Change;
import org.comuta.archive.PartChange.FieldChange;
import org.comuta.archive.PartOfTests;
import org.comuta.archive.PartPlan;
import org.comuta.archive.ReadArchive;
import org.comuta.configuration.Edit;
import org.comuta.configuration.Editor;
import org.comuta.configuration.StoredObject;
import org.comuta.identity.directory.Directory;
import org.comuta.identity.provider.IdentityProvider;
import org.comuta.secret.Secret;
import org.comuta.secret.Secrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories and identity providers go into a backup and come back, here or elsewhere. */
class SettingsBackupTest {
  private static final String PASSPHRASE = "a passphrase of ours";
  private static final Actor ACTOR = new Actor("admin", "192.0.2.1");
  private static final Edit EDIT = Edit.by(new Editor("admin", "192.0.2.1"));

  @TempDir Path folder;
  private Machine here;
  private Machine elsewhere;

  @BeforeEach
  void begin() {
    here = new Machine("here");
    elsewhere = new Machine("elsewhere");
  }

  /** A server with its own database and its own keys. */
  private final class Machine {
    final IdentityFixture identity = new IdentityFixture();
    final Secrets secrets;
    final Settings settings;
    final AtomicInteger changed = new AtomicInteger();
    final PartOfTests directories;
    final PartOfTests providers;

    Machine(String name) {
      secrets = Secrets.keptIn(folder.resolve(name));
      settings =
          new Settings(
              new SettingStore(identity.sql),
              SettingKinds.catalogue(),
              secrets,
              new SettableClock());
      UserStore users = new UserStore(identity.sql);
      directories =
          new PartOfTests(
              SettingsBackup.directories(settings, users, changed::incrementAndGet), folder);
      providers =
          new PartOfTests(
              SettingsBackup.providers(settings, users, changed::incrementAndGet), folder);
    }

    void directory(String name, JsonObjectBuilder directory) {
      settings.put("directory", name, directory.add("name", name).build(), EDIT, ACTOR);
    }

    String bindPassword() {
      Directory kept = settings.all(Directory.class).getFirst();
      return kept.bindPassword().open(secrets, Secret.place("directory", "office", "bindPassword"));
    }

    /** Lets whoever restores be known by a directory. */
    void administratorIsOf(String directory) {
      identity.sql.change(
          "update user_account set origin = ?, origin_name = ? where name = 'admin'",
          Origin.Kind.DIRECTORY,
          directory);
    }
  }

  private static JsonObjectBuilder directory(String host, String password) {
    return Json.createObjectBuilder()
        .add("hosts", Json.createArrayBuilder().add(host))
        .add("baseDn", "dc=example,dc=com")
        .add("bindDn", password.isEmpty() ? "" : "cn=comuta,dc=example,dc=com")
        .add("bindPassword", password)
        .add("operatorGroups", Json.createArrayBuilder().add("staff"));
  }

  private static JsonObjectBuilder office() {
    return directory("ldap.example.com", "the password");
  }

  @Test
  void aDirectoryComesBackWithItsPassword() throws Exception {
    here.directory("office", office());
    byte[] backup = here.directories.backup(PASSPHRASE);
    here.directory("office", directory("other.example.com", "another"));
    here.directory("new", office());

    PartPlan plan = here.directories.plan(backup, PASSPHRASE);

    assertThat(plan.problems()).isEmpty();
    assertThat(plan.changes())
        .extracting(PartChange::kind, PartChange::name, PartChange::change)
        .containsExactlyInAnyOrder(
            tuple("directory", "office", Change.UPDATED),
            tuple("directory", "new", Change.DELETED));
    assertThat(plan.changes().getFirst().fields())
        .extracting(FieldChange::field)
        .containsExactlyInAnyOrder("hosts", "bindPassword");
    assertThat(plan.changes().toString()).doesNotContain("the password", "another");
    assertThat(here.settings.list("directory")).as("a plan changes nothing").hasSize(2);
    plan.restore();
    assertThat(here.settings.list("directory"))
        .extracting(StoredObject::name)
        .containsExactly("office");
    assertThat(here.bindPassword()).isEqualTo("the password");
    assertThat(here.changed).hasValue(1);
    assertThat(here.directories.plan(backup, PASSPHRASE).changes()).isEmpty();
  }

  @Test
  void aDirectoryComesToAnotherMachine() throws Exception {
    here.directory("office", office());
    byte[] backup = here.directories.backup(PASSPHRASE);

    elsewhere.directories.plan(backup, PASSPHRASE).restore();

    assertThat(elsewhere.bindPassword()).isEqualTo("the password");
    assertThat(elsewhere.identity.sql.query("select body from setting", row -> row.getString(1)))
        .noneMatch(body -> body.contains("the password"));
  }

  @Test
  void theFileHasNoSecretThatAnybodyCouldRead() throws Exception {
    here.directory("office", office());
    for (String passphrase : new String[] {PASSPHRASE, null}) {
      byte[] backup = here.directories.backup(passphrase);
      try (ReadArchive archive = ArchiveSamples.opened(backup, passphrase, folder);
          var in = archive.part("directories").file("directories.yaml")) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
            .contains("office", passphrase == null ? Secret.MASK : "encrypted:")
            .doesNotContain("the password", "sealed:", "plain:");
      }
    }
  }

  @Test
  void withoutAPassphraseSecretsThatAreHereStay() throws Exception {
    here.directory("office", office());
    byte[] backup = here.directories.backup(null);
    here.directory("office", directory("other.example.com", "another"));

    PartPlan plan = here.directories.plan(backup, null);
    plan.restore();

    assertThat(plan.changes().getFirst().fields())
        .extracting(FieldChange::field)
        .containsExactly("hosts");
    assertThat(here.bindPassword()).isEqualTo("another");
  }

  @Test
  void withoutAPassphraseADirectoryThatNeedsItsPasswordIsLeftOut() throws Exception {
    here.directory("office", office());
    here.directory("open", directory("open.example.com", ""));

    PartPlan plan = elsewhere.directories.plan(here.directories.backup(null), null);
    plan.restore();

    assertThat(plan.problems()).isEmpty();
    assertThat(plan.notes()).singleElement().asString().contains("directory office is left out");
    assertThat(elsewhere.settings.list("directory"))
        .extracting(StoredObject::name)
        .containsExactly("open");
  }

  @Test
  void theDirectoryOfWhoeverRestoresStays() throws Exception {
    elsewhere.directory("office", directory("other.example.com", "another"));
    byte[] withAnother = elsewhere.directories.backup(PASSPHRASE);
    elsewhere.settings.delete("directory", "office", EDIT);
    byte[] without = elsewhere.directories.backup(PASSPHRASE);
    here.directory("office", office());
    here.administratorIsOf("office");

    for (byte[] backup : new byte[][] {withAnother, without}) {
      PartPlan plan = here.directories.plan(backup, PASSPHRASE);
      plan.restore();

      assertThat(plan.changes()).isEmpty();
      assertThat(plan.notes()).singleElement().asString().contains("directory office stays");
      assertThat(here.bindPassword()).isEqualTo("the password");
    }
  }

  @Test
  void whatIsNoDirectoryIsToldByField() throws Exception {
    String text =
        """
        formatVersion: 1
        directories:
        - name: office
          hosts: [ldap.example.com]
          baseDn: no dn
          operatorGroups: [staff]
        - {name: office, hosts: [ldap.example.com], baseDn: "dc=x", operatorGroups: [staff]}
        """;

    assertThat(here.directories.plan("directories.yaml", text).problems())
        .extracting(one -> one.name(), one -> one.problem().field(), one -> one.line())
        .containsExactly(tuple("office", "baseDn", 5), tuple("office", "name", 7));
  }

  @Test
  void aProviderComesToAnotherMachineWithItsSecret() throws Exception {
    here.settings.put(
        "identity-provider",
        "keycloak",
        Json.createObjectBuilder()
            .add("name", "keycloak")
            .add("label", "Office")
            .add("issuer", "https://login.example.com/realms/office")
            .add("clientId", "comuta")
            .add("clientSecret", "the secret")
            .add("portalAddress", "https://comuta.example.com")
            .add("operatorGroups", Json.createArrayBuilder().add("staff"))
            .build(),
        EDIT,
        ACTOR);

    PartPlan plan = elsewhere.providers.plan(here.providers.backup(PASSPHRASE), PASSPHRASE);
    plan.restore();

    assertThat(plan.problems()).isEmpty();
    IdentityProvider provider = elsewhere.settings.all(IdentityProvider.class).getFirst();
    String place = Secret.place("identity-provider", "keycloak", "clientSecret");
    assertThat(provider.clientSecret().open(elsewhere.secrets, place)).isEqualTo("the secret");
    assertThat(elsewhere.changed).hasValue(1);
  }
}
