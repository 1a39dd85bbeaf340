package org.comuta.backup;

import java.io.IOException;
import java.nio.file.Path;

/** A certificate for 127.0.0.1 that nobody trusts. */
final class TestCertificate {
  private TestCertificate() {}

  /** Makes {@code key.pem} and {@code cert.pem} in a folder. */
  static void make(Path folder) throws IOException {
    SshServer.run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
        "-addext",
        "subjectAltName=IP:127.0.0.1",
        "-keyout",
        folder.resolve("key.pem").toString(),
        "-out",
        folder.resolve("cert.pem").toString());
  }

  /** SHA-256 of a certificate, as openssl shows it. */
  static String fingerprint(Path certificate) throws IOException {
    String shown =
        SshServer.run(
            "openssl", "x509", "-noout", "-fingerprint", "-sha256", "-in", certificate.toString());
    return shown.substring(shown.indexOf('=') + 1).strip();
  }
}
