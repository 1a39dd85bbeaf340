package org.comuta.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.comuta.database.HibernateDatabase;
import org.comuta.description.Problem;
import org.comuta.secret.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Certificates in an empty database, and OpenSSL beside them. */
abstract class CertificatesOfTests {
  private static final Subject SUBJECT =
      new Subject(
          "pbx.example.net",
          "Telefônica Sã",
          "Voz",
          "Florianópolis",
          "SC",
          "BR",
          "voz@example.net");
  static final String PASSPHRASE = "only-for-this-test";

  @TempDir private Path folder;
  OpenSsl openSsl;
  private Secrets secrets;
  HibernateDatabase database;

  @BeforeEach
  void open() {
    openSsl = new OpenSsl(folder);
    secrets = Secrets.keptIn(folder.resolve("secret-keys"));
    database =
        new HibernateDatabase(
            HibernateDatabase.h2(),
            List.of(CertificateEntity.class, UseEntity.class, AuthorityEntity.class));
  }

  @AfterEach
  void close() {
    database.close();
  }

  final <T> T certificates(Function<Certificates, T> work) {
    return database.call(
        entities -> {
          CertificateStore store = new CertificateStore(entities);
          return work.apply(
              new Certificates(
                  store,
                  new SealedKeys(secrets),
                  new TrustedAuthorities(store, List.of()),
                  Clock.systemUTC()));
        });
  }

  final <T> T authorities(Function<TrustedAuthorities, T> work) {
    return database.call(
        entities -> work.apply(new TrustedAuthorities(new CertificateStore(entities), List.of())));
  }

  static NewCertificate wanted(KeyKind key, int days) {
    return new NewCertificate(
        key, SUBJECT, List.of("*.example.net", "192.0.2.7", "2001:db8::7"), days);
  }

  static OwnCertificate done(CertificateOutcome outcome) {
    assertThat(outcome).isInstanceOf(CertificateOutcome.Done.class);
    return ((CertificateOutcome.Done) outcome).certificate();
  }

  static Problem wrong(CertificateOutcome outcome) {
    assertThat(outcome).isInstanceOf(CertificateOutcome.Invalid.class);
    return ((CertificateOutcome.Invalid) outcome).problems().getFirst();
  }

  final OwnCertificate selfSigned(String name) {
    return done(certificates(c -> c.makeSelfSigned(name, wanted(KeyKind.EC_P256, 90))));
  }

  final String chain(String name) {
    return Objects.requireNonNull(certificates(c -> c.chainAsText(name)));
  }
}
