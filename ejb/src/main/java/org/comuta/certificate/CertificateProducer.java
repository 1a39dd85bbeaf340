package org.comuta.certificate;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Makes what the bean of certificates works with. */
@Dependent
public class CertificateProducer {
  @Produces
  @Singleton
  HttpsKeyFile file() {
    return new HttpsKeyFile(
        Path.of(System.getProperty("comuta.state.dir", "state"), "keys", "https.p12"),
        System.getProperty("comuta.https.password", ""),
        new ElytronKeys("comuta"));
  }

  @Produces
  @Singleton
  UsableCertificates usable() {
    return new UsableCertificates();
  }

  /** Made where the database is asked. */
  @Produces
  @Singleton
  TlsContexts tls(CertificateBean certificates) {
    return certificates::tls;
  }
}
