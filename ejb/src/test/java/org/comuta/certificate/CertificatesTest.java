package org.comuta.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.assertj.core.api.ObjectAssert;
import org.comuta.database.HibernateDatabase;
import org.comuta.description.Problem;
import org.comuta.secret.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made here is read by OpenSSL, and what OpenSSL makes is read here. */
class CertificatesTest {
  private static final Subject SUBJECT =
      new Subject(
          "pbx.example.net",
          "Telefônica Sã",
          "Voz",
          "Florianópolis",
          "SC",
          "BR",
          "voz@example.net");
  private static final String PASSPHRASE = "only-for-this-test";

  @TempDir private Path folder;
  private OpenSsl openSsl;
  private Secrets secrets;
  private HibernateDatabase database;

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

  private <T> T certificates(Function<Certificates, T> work) {
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

  private <T> T authorities(Function<TrustedAuthorities, T> work) {
    return database.call(
        entities -> work.apply(new TrustedAuthorities(new CertificateStore(entities), List.of())));
  }

  private static NewCertificate wanted(KeyKind key, int days) {
    return new NewCertificate(
        key, SUBJECT, List.of("*.example.net", "192.0.2.7", "2001:db8::7"), days);
  }

  private static OwnCertificate done(CertificateOutcome outcome) {
    assertThat(outcome).isInstanceOf(CertificateOutcome.Done.class);
    return ((CertificateOutcome.Done) outcome).certificate();
  }

  private static ObjectAssert<CertificateOutcome> assertOutcome(CertificateOutcome outcome) {
    return assertThat(outcome);
  }

  private static Problem wrong(CertificateOutcome outcome) {
    assertThat(outcome).isInstanceOf(CertificateOutcome.Invalid.class);
    return ((CertificateOutcome.Invalid) outcome).problems().getFirst();
  }

  private OwnCertificate selfSigned(String name) {
    return done(certificates(c -> c.makeSelfSigned(name, wanted(KeyKind.EC_P256, 90))));
  }

  private String chain(String name) {
    return Objects.requireNonNull(certificates(c -> c.chainAsText(name)));
  }

  private String request(String name) {
    return Objects.requireNonNull(certificates(c -> c.request(name)));
  }

  /** An authority of OpenSSL that signs the request in {@code csr.pem} into {@code signed.pem}. */
  private void authority() {
    openSsl.run(
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "ca.key",
        "-out",
        "ca.pem",
        "-subj",
        "/CN=House",
        "-days",
        "400");
  }

  private void sign() {
    openSsl.run(
        "x509",
        "-req",
        "-in",
        "csr.pem",
        "-CA",
        "ca.pem",
        "-CAkey",
        "ca.key",
        "-out",
        "signed.pem",
        "-days",
        "200",
        "-copy_extensions",
        "copy");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(
      value = KeyKind.class,
      names = {"EC_P256", "EC_P384", "RSA_2048"})
  void openSslReadsAndVerifiesWhatIsSelfSigned(KeyKind key) {
    OwnCertificate made = done(certificates(c -> c.makeSelfSigned("own", wanted(key, 90))));
    openSsl.write("own.pem", chain("own"));
    String text =
        openSsl.run(
            "x509",
            "-in",
            "own.pem",
            "-noout",
            "-text",
            "-nameopt",
            "utf8",
            "-fingerprint",
            "-sha256");
    assertThat(text)
        .contains(
            "C=BR, ST=SC, L=Florianópolis, O=Telefônica Sã, OU=Voz, CN=pbx.example.net",
            "DNS:pbx.example.net",
            "DNS:*.example.net",
            "IP Address:192.0.2.7",
            "IP Address:2001:DB8:0:0:0:0:0:7",
            "TLS Web Server Authentication",
            "CA:FALSE",
            Objects.requireNonNull(made.certificate()).fingerprint());
    assertThat(openSsl.run("verify", "-CAfile", "own.pem", "own.pem")).contains("OK");
    assertThat(made.problems()).containsExactly(ChainProblem.SELF_SIGNED);
    assertThat(Duration.between(Instant.now(), made.certificate().validUntil()).toDays())
        .isBetween(88L, 90L);
  }

  @Test
  void openSslSignsARequestAndTheAnswerIsTakenOver() {
    authority();
    OwnCertificate waiting =
        done(certificates(c -> c.makeRequest("own", wanted(KeyKind.EC_P256, 90))));
    assertThat(waiting.requested()).isTrue();
    assertThat(waiting.certificate()).isNull();
    openSsl.write("csr.pem", request("own"));
    assertThat(openSsl.run("req", "-in", "csr.pem", "-verify", "-noout", "-text"))
        .contains("verify OK", "DNS:*.example.net");
    sign();
    OwnCertificate signed =
        done(certificates(c -> c.importText("own", openSsl.read("signed.pem"), "")));
    assertThat(signed.requested()).isFalse();
    assertThat(signed.problems()).containsExactly(ChainProblem.INCOMPLETE);
    assertOutcome(authorities(a -> a.trust("house", openSsl.read("ca.pem"))))
        .isInstanceOf(CertificateOutcome.Trusted.class);
    OwnCertificate trusted = Objects.requireNonNull(certificates(c -> c.find("own")));
    assertThat(trusted.problems()).isEmpty();
    assertOutcome(authorities(a -> a.distrust("house")))
        .isInstanceOf(CertificateOutcome.Deleted.class);
    String both = openSsl.read("ca.pem") + openSsl.read("signed.pem");
    OwnCertificate whole = done(certificates(c -> c.importText("own", both, "")));
    assertThat(whole.authorities()).hasSize(1);
    assertThat(whole.problems()).containsExactly(ChainProblem.UNTRUSTED);
  }

  @Test
  void whatIsThereStaysUntilTheAnswerOfARenewalIsThere() {
    authority();
    OwnCertificate first = selfSigned("own");
    OwnCertificate renewing =
        done(certificates(c -> c.makeRequest("own", wanted(KeyKind.EC_P256, 90))));
    assertThat(renewing.certificate()).isEqualTo(first.certificate());
    openSsl.write("csr.pem", request("own"));
    sign();
    OwnCertificate renewed =
        done(certificates(c -> c.importText("own", openSsl.read("signed.pem"), "")));
    assertThat(renewed.certificate()).isNotEqualTo(first.certificate());
    assertThat(renewed.requested()).isFalse();
  }

  @ParameterizedTest(name = "a key that OpenSSL made by {0}")
  @ValueSource(
      strings = {
        "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256",
        "ecparam -genkey -name secp384r1",
        "genrsa 2048",
        "genrsa -traditional 2048",
        "genrsa -aes256 -passout pass:" + PASSPHRASE + " 2048",
        "genrsa -aes128 -traditional -passout pass:" + PASSPHRASE + " 2048",
        "genpkey -algorithm RSA -aes-256-cbc -pass pass:" + PASSPHRASE,
      })
  void keysOfOpenSslAreRead(String command) {
    String[] arguments = (command + " -out own.key").split(" ");
    int out = command.startsWith("genrsa") ? arguments.length - 3 : -1;
    if (out > 0 && arguments[out].matches("[0-9]+")) {
      // genrsa wants the number of bits at its end.
      String bits = arguments[out];
      arguments[out] = "-out";
      arguments[out + 1] = "own.key";
      arguments[out + 2] = bits;
    }
    openSsl.run(arguments);
    openSsl.run(
        "req",
        "-x509",
        "-new",
        "-key",
        "own.key",
        "-passin",
        "pass:" + PASSPHRASE,
        "-out",
        "own.pem",
        "-subj",
        "/CN=pbx.example.net",
        "-days",
        "90",
        "-addext",
        "subjectAltName=DNS:pbx");
    String pem = openSsl.read("own.pem") + openSsl.read("own.key");
    if (openSsl.read("own.key").contains("ENCRYPTED")) {
      assertThat(wrong(certificates(c -> c.importText("own", pem, ""))).field())
          .isEqualTo("passphrase");
      assertThat(wrong(certificates(c -> c.importText("own", pem, "not-this-one"))).field())
          .isEqualTo("passphrase");
    }
    OwnCertificate taken = done(certificates(c -> c.importText("own", pem, PASSPHRASE)));
    assertThat(taken.problems()).containsExactly(ChainProblem.SELF_SIGNED);
  }

  @Test
  void filesGoOutAndComeIn() {
    selfSigned("own");
    KeyAndChain entry = Objects.requireNonNull(certificates(c -> c.open("own")));
    openSsl.write("own.p12", Pkcs12.write("own", entry, PASSPHRASE));
    assertThat(
            openSsl.run(
                "pkcs12", "-in", "own.p12", "-passin", "pass:" + PASSPHRASE, "-nodes", "-info"))
        .contains("BEGIN PRIVATE KEY", "BEGIN CERTIFICATE");
    openSsl.run(
        "pkcs12", "-in", "own.p12", "-passin", "pass:" + PASSPHRASE, "-nodes", "-out", "all.pem");
    openSsl.run("pkcs12", "-export", "-in", "all.pem", "-passout", "pass:other", "-out", "b.p12");
    assertThat(
            done(certificates(c -> c.importFile("other", openSsl.octets("b.p12"), "other")))
                .certificate())
        .isEqualTo(Objects.requireNonNull(certificates(c -> c.find("own"))).certificate());
    assertThat(
            wrong(certificates(c -> c.importFile("x", openSsl.octets("b.p12"), "wrong"))).field())
        .isEqualTo("passphrase");
    assertThat(wrong(certificates(c -> c.importFile("x", new byte[] {1, 2, 3}, ""))).field())
        .isEqualTo("pkcs12");
  }

  @Test
  void weakAndForeignKeysAreRefused() {
    openSsl.run(
        "req",
        "-x509",
        "-newkey",
        "rsa:1024",
        "-nodes",
        "-keyout",
        "weak.key",
        "-out",
        "weak.pem",
        "-subj",
        "/CN=weak");
    openSsl.run(
        "req", "-x509", "-newkey", "ed25519", "-nodes", "-keyout", "ed.key", "-out", "ed.pem",
        "-subj", "/CN=ed");
    for (String name : List.of("weak", "ed")) {
      String pem = openSsl.read(name + ".pem") + openSsl.read(name + ".key");
      assertThat(wrong(certificates(c -> c.importText("own", pem, ""))).field())
          .as(name)
          .isEqualTo("key");
    }
    selfSigned("own");
    selfSigned("other");
    String foreign = chain("other");
    assertThat(wrong(certificates(c -> c.importText("own", foreign, ""))))
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("conflict"));
    assertThat(wrong(certificates(c -> c.importText("new", foreign, ""))).code())
        .isEqualTo("required");
    assertThat(wrong(certificates(c -> c.importText("own", "rubbish", ""))).field())
        .isEqualTo("pem");
    assertThat(
            wrong(
                    certificates(
                        c ->
                            c.importText(
                                "own",
                                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                                "")))
                .code())
        .isEqualTo("syntax");
  }

  @Test
  void whatIsInUseStays() {
    certificates(c -> c.makeRequest("waiting", wanted(KeyKind.EC_P256, 90)));
    assertThat(wrong(certificates(c -> c.show(CertificateUse.HTTPS, "waiting"))).field())
        .isEqualTo("certificate");
    assertOutcome(certificates(c -> c.show(CertificateUse.HTTPS, "none")))
        .isInstanceOf(CertificateOutcome.Missing.class);
    selfSigned("own");
    selfSigned("other");
    assertThat(done(certificates(c -> c.show(CertificateUse.HTTPS, "own"))).uses())
        .containsExactly(CertificateUse.HTTPS);
    assertOutcome(certificates(c -> c.delete("own"))).isInstanceOf(CertificateOutcome.InUse.class);
    certificates(c -> c.show(CertificateUse.HTTPS, "other"));
    assertOutcome(certificates(c -> c.delete("own")))
        .isInstanceOf(CertificateOutcome.Deleted.class);
    assertOutcome(certificates(c -> c.delete("own")))
        .isInstanceOf(CertificateOutcome.Missing.class);
  }

  @Test
  void whatIsTypedWrongIsNamed() {
    NewCertificate wrong =
        new NewCertificate(
            KeyKind.EC_P256,
            new Subject("", "", "", "", "", "bra", "nobody"),
            List.of("not a host"),
            0);
    CertificateOutcome outcome = certificates(c -> c.makeSelfSigned("a name", wrong));
    assertThat(((CertificateOutcome.Invalid) outcome).problems())
        .extracting(Problem::field)
        .contains("name", "commonName", "country", "email", "alternativeNames", "days");
    assertThat(certificates(Certificates::all)).isEmpty();
  }

  @Test
  void noPrivateKeyCanBeReadInTheDatabase() {
    selfSigned("own");
    database.call(
        entities -> {
          CertificateEntity row = entities.find(CertificateEntity.class, "own");
          assertThat(Secrets.isSealed(Objects.requireNonNull(row.sealedKey))).isTrue();
          return row;
        });
    assertThat(Objects.requireNonNull(certificates(c -> c.open("own"))).toString())
        .isEqualTo("KeyAndChain[chain=1]");
  }

  @Test
  void timesAreWatched() {
    selfSigned("own");
    KeyAndChain entry = Objects.requireNonNull(certificates(c -> c.open("own")));
    Instant end = entry.chain().getFirst().getNotAfter().toInstant();
    assertThat(ChainCheck.check(entry.chain(), entry.chain(), end.minus(Duration.ofDays(31))))
        .isEmpty();
    assertThat(ChainCheck.check(entry.chain(), entry.chain(), end.minus(Duration.ofDays(29))))
        .containsExactly(ChainProblem.EXPIRES_SOON);
    assertThat(ChainCheck.check(entry.chain(), entry.chain(), end.plusSeconds(1)))
        .containsExactly(ChainProblem.EXPIRED);
    assertThat(ChainCheck.check(entry.chain(), entry.chain(), end.minus(Duration.ofDays(120))))
        .containsExactly(ChainProblem.NOT_YET_VALID);
  }

  @Test
  void onlyAuthoritiesAreTrusted() {
    selfSigned("own");
    String own = chain("own");
    assertThat(wrong(authorities(a -> a.trust("own", own))).field()).isEqualTo("pem");
  }
}
