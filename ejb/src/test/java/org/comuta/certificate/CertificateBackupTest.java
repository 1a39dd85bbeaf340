package org.comuta.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
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
import org.comuta.database.HibernateDatabase;
import org.comuta.secret.Secrets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates and authorities go into a backup and come back, here or elsewhere. */
class CertificateBackupTest {
  private static final String PASSPHRASE = "a passphrase of ours";
  private static final RestoreRequest BY_ADMIN =
      new RestoreRequest("admin", "192.0.2.1", "", false);

  @TempDir Path folder;
  private Machine here;
  private Machine elsewhere;

  @BeforeEach
  void begin() {
    here = new Machine("here");
    elsewhere = new Machine("elsewhere");
  }

  @AfterEach
  void close() {
    here.database.close();
    elsewhere.database.close();
  }

  /** A server with its own database and its own keys. */
  private final class Machine {
    final HibernateDatabase database;
    final Secrets secrets;
    final BackupPart part;
    final UsableCertificates usable = new UsableCertificates();

    Machine(String name) {
      DataSource source = HibernateDatabase.h2();
      secrets = Secrets.keptIn(folder.resolve(name));
      database =
          new HibernateDatabase(
              source, List.of(CertificateEntity.class, UseEntity.class, AuthorityEntity.class));
      part = CertificateBackup.certificates(source, secrets, usable::now);
    }

    <T> T certificates(Function<Certificates, T> work) {
      return database.call(
          entities -> {
            CertificateStore store = new CertificateStore(entities);
            return work.apply(
                new Certificates(
                    store, new SealedKeys(secrets), authorities(store), Clock.systemUTC()));
          });
    }

    private TrustedAuthorities authorities(CertificateStore store) {
      return new TrustedAuthorities(store, List.of());
    }

    void make(String name) {
      certificates(c -> c.makeSelfSigned(name, CertificatesOfTests.wanted(KeyKind.EC_P256, 90)));
    }

    void request(String name) {
      certificates(c -> c.makeRequest(name, CertificatesOfTests.wanted(KeyKind.EC_P256, 90)));
    }

    void show(String name) {
      certificates(c -> c.show(CertificateUse.HTTPS, name));
    }

    void trust(String name, String pem) {
      database.call(
          entities -> {
            new CertificateStore(entities).trust(name, pem);
            return name;
          });
    }

    List<String> trusted() {
      return database.call(
          entities ->
              authorities(new CertificateStore(entities)).all().stream()
                  .map(TrustedAuthority::name)
                  .toList());
    }

    @Nullable KeyAndChain open(String name) {
      return certificates(c -> c.open(name));
    }

    List<String> names() {
      return certificates(c -> c.all().stream().map(OwnCertificate::name).toList());
    }

    byte[] backup(@Nullable String passphrase) throws IOException {
      return ArchiveSamples.of(folder, passphrase, List.of(part));
    }

    PartPlan plan(byte[] backup, @Nullable String passphrase) throws IOException, ArchiveException {
      try (ReadArchive archive = read(backup, passphrase)) {
        return part.plan(archive.part("certificates"), BY_ADMIN);
      }
    }

    PartPlan restore(byte[] backup, @Nullable String passphrase)
        throws IOException, ArchiveException {
      PartPlan plan = plan(backup, passphrase);
      assertThat(plan.problems()).isEmpty();
      plan.restore();
      return plan;
    }
  }

  private ReadArchive read(byte[] backup, @Nullable String passphrase)
      throws IOException, ArchiveException {
    return ReadArchive.of(
        new ByteArrayInputStream(backup), passphrase, folder, ReadArchive.Limits.USUAL);
  }

  @Test
  void certificatesComeBackWithTheirKeysElsewhere() throws Exception {
    here.make("sipc");
    here.request("waiting");
    here.trust("house", Objects.requireNonNull(here.certificates(c -> c.chainAsText("sipc"))));

    PartPlan plan = elsewhere.restore(here.backup(PASSPHRASE), PASSPHRASE);

    assertThat(plan.changes())
        .extracting(PartChange::kind, PartChange::name, PartChange::change)
        .containsExactlyInAnyOrder(
            tuple("certificate", "sipc", Change.CREATED),
            tuple("certificate", "waiting", Change.CREATED),
            tuple("trusted-authority", "house", Change.CREATED));
    assertThat(elsewhere.open("sipc")).isEqualTo(here.open("sipc")).isNotNull();
    assertThat(elsewhere.<@Nullable String>certificates(c -> c.request("waiting")))
        .isEqualTo(here.<@Nullable String>certificates(c -> c.request("waiting")));
    assertThat(elsewhere.trusted()).containsExactly("house");
    assertThat(elsewhere.usable.of("certificate")).containsExactly("sipc");
    assertThat(elsewhere.plan(here.backup(PASSPHRASE), PASSPHRASE).changes()).isEmpty();
  }

  @Test
  void theConfigurationMayNameThemBeforeTheyAreBack() throws Exception {
    here.make("sipc");
    elsewhere.make("https");
    elsewhere.show("https");
    elsewhere.make("gone");

    PartPlan plan = elsewhere.plan(here.backup(PASSPHRASE), PASSPHRASE);

    assertThat(plan.names()).containsOnlyKeys("certificate");
    assertThat(plan.names().get("certificate")).containsExactlyInAnyOrder("sipc", "https");
    assertThat(elsewhere.names()).containsExactly("gone", "https");
  }

  @Test
  void whatPortalAndApiShowStays() throws Exception {
    here.make("https");
    here.show("https");
    elsewhere.make("https");
    elsewhere.show("https");
    KeyAndChain shown = elsewhere.open("https");

    PartPlan plan = elsewhere.restore(here.backup(PASSPHRASE), PASSPHRASE);

    assertThat(elsewhere.open("https")).isEqualTo(shown);
    assertThat(plan.changes()).isEmpty();
    assertThat(plan.notes())
        .containsExactly("certificate https is in use, and stays as it is here.");
    assertThat(here.plan(here.backup(PASSPHRASE), PASSPHRASE).notes()).isEmpty();
  }

  @Test
  void whatIsOnlyHereGoes() throws Exception {
    byte[] backup = here.backup(PASSPHRASE);
    here.make("new");
    here.trust("house", Objects.requireNonNull(here.certificates(c -> c.chainAsText("new"))));

    here.restore(backup, PASSPHRASE);

    assertThat(here.names()).isEmpty();
    assertThat(here.trusted()).isEmpty();
  }

  @Test
  void whatWasReplacedComesBack() throws Exception {
    here.make("sipc");
    KeyAndChain before = here.open("sipc");
    byte[] backup = here.backup(PASSPHRASE);
    here.make("sipc");
    here.request("sipc");

    here.restore(backup, PASSPHRASE);

    assertThat(here.open("sipc")).isEqualTo(before);
    assertThat(here.<@Nullable String>certificates(c -> c.request("sipc"))).isNull();
  }

  @Test
  void withoutAPassphraseACertificateComesWithoutItsKey() throws Exception {
    here.make("sipc");

    PartPlan plan = elsewhere.restore(here.backup(null), null);

    assertThat(plan.names()).containsEntry("certificate", Set.of("sipc"));
    assertThat(plan.notes()).singleElement().asString().contains("certificate sipc", "secrets");
    assertThat(elsewhere.names()).containsExactly("sipc");
    assertThat(elsewhere.open("sipc")).isNull();
  }

  @Test
  void oneWithoutItsKeyTakesNoCertificateAlone() throws Exception {
    here.make("sipc");
    elsewhere.restore(here.backup(null), null);
    String chain = Objects.requireNonNull(here.certificates(c -> c.chainAsText("sipc")));

    CertificateOutcome outcome = elsewhere.certificates(c -> c.importText("sipc", chain, ""));

    assertThat(CertificatesOfTests.wrong(outcome).field()).isEqualTo("pem");
  }

  @Test
  void withoutAPassphraseOneThatIsHereStaysAsItIs() throws Exception {
    here.make("sipc");
    byte[] backup = here.backup(null);
    here.make("sipc");
    KeyAndChain now = here.open("sipc");

    PartPlan plan = here.restore(backup, null);

    assertThat(here.open("sipc")).isEqualTo(now);
    assertThat(plan.notes()).singleElement().asString().contains("certificate sipc stays");
  }

  @Test
  void keysAreNeverReadable() throws Exception {
    here.make("sipc");
    KeyAndChain kept = Objects.requireNonNull(here.open("sipc"));
    String key = Base64.getEncoder().encodeToString(kept.key().getEncoded());
    List<String> texts = new ArrayList<>();
    for (boolean sealed : new boolean[] {true, false}) {
      String passphrase = sealed ? PASSPHRASE : null;
      byte[] backup = here.backup(passphrase);
      texts.add(elsewhere.plan(backup, passphrase).changes().toString());
      try (ReadArchive archive = read(backup, passphrase);
          var in = archive.part("certificates").file("own-certificate.jsonl")) {
        texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }

    assertThat(texts).allSatisfy(text -> assertThat(text).contains("sipc").doesNotContain(key));
  }

  @Test
  void whatIsNoCertificateIsRefused() throws Exception {
    MemoryPart forged = new MemoryPart("certificates", BackupPart.FIRST);
    forged.texts.put("trusted-authority.jsonl", "{\"name\":\"house\",\"certificate\":\"nothing\"}");
    byte[] backup = ArchiveSamples.of(folder, null, List.of(forged));

    assertThat(here.plan(backup, null).problems())
        .extracting(PartPlan.PartProblem::name, one -> one.problem().field())
        .containsExactly(tuple("house", "certificate"));
  }
}
