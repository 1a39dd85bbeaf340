package org.comuta.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ObjectAssert;
import org.comuta.description.Problem;
import org.comuta.secret.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is made here is read by OpenSSL, and what OpenSSL signs is read here. */
class CertificatesTest extends CertificatesOfTests {
  private static ObjectAssert<CertificateOutcome> assertOutcome(CertificateOutcome outcome) {
    return assertThat(outcome);
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
