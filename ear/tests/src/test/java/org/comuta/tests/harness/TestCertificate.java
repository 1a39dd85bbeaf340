package org.comuta.tests.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate that signs itself, made for one test by the JDK's {@code keytool}.
 *
 * @param certificateFile PEM
 * @param keyFile PEM, PKCS #8
 */
public record TestCertificate(Path certificateFile, Path keyFile) {
  private static final String PASSWORD = "only-for-this-test";

  /**
   * Makes one.
   *
   * @param names subject alternative names, such as {@code ip:127.0.0.1,dns:localhost}
   */
  static TestCertificate make(Path folder, String names) {
    try {
      Path store = folder.resolve("certificate.p12");
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  "test",
                  "-keyalg",
                  "RSA",
                  "-keysize",
                  "2048",
                  "-dname",
                  "CN=test",
                  "-validity",
                  "2",
                  "-ext",
                  "san=" + names,
                  "-ext",
                  "bc=ca:true",
                  "-storetype",
                  "PKCS12",
                  "-keystore",
                  store.toString(),
                  "-storepass",
                  PASSWORD)
              .inheritIO()
              .start();
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException("keytool failed");
      }
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        keys.load(in, PASSWORD.toCharArray());
      }
      Path certificate = folder.resolve("certificate.pem");
      Path key = folder.resolve("key.pem");
      Files.writeString(certificate, pem("CERTIFICATE", keys.getCertificate("test").getEncoded()));
      Files.writeString(
          key, pem("PRIVATE KEY", keys.getKey("test", PASSWORD.toCharArray()).getEncoded()));
      return new TestCertificate(certificate, key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String what, byte[] octets) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(
            what,
            Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(octets));
  }

  /** The certificate as text. */
  String pem() {
    try {
      return Files.readString(certificateFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
