package org.comuta.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and certificates of others come in, and ours go out. */
class CertificateImportTest extends CertificatesOfTests {
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
}
