package org.comuta.certificate;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.comuta.description.Problem;
import org.jspecify.annotations.Nullable;

/** Whose signature is trusted: those that Java trusts, and those added here. One transaction. */
final class TrustedAuthorities {
  private final CertificateStore store;
  private final List<X509Certificate> shipped;

  /**
   * @param shipped whom Java trusts
   */
  TrustedAuthorities(CertificateStore store, List<X509Certificate> shipped) {
    this.store = store;
    this.shipped = shipped;
  }

  /** All of them. */
  List<X509Certificate> certificates() {
    List<X509Certificate> trusted = new ArrayList<>(shipped);
    store.authorities().forEach(one -> trusted.addAll(Pem.stored(one.certificate)));
    return trusted;
  }

  /** Those added here. */
  List<TrustedAuthority> all() {
    return store.authorities().stream().map(TrustedAuthorities::view).toList();
  }

  @Nullable TrustedAuthority find(String name) {
    AuthorityEntity row = store.authority(name);
    return row == null ? null : view(row);
  }

  /** In PEM. */
  @Nullable String asText(String name) {
    AuthorityEntity row = store.authority(name);
    return row == null ? null : row.certificate;
  }

  private static TrustedAuthority view(AuthorityEntity row) {
    return new TrustedAuthority(
        row.name, CertificateDetails.of(Pem.stored(row.certificate).getFirst()));
  }

  CertificateOutcome trust(String name, String pem) {
    List<Problem> problems = Certificates.check(name);
    if (!problems.isEmpty()) {
      return new CertificateOutcome.Invalid(problems);
    }
    try {
      List<X509Certificate> given = Pem.certificates(pem);
      if (given.size() != 1 || given.getFirst().getBasicConstraints() < 0) {
        return new CertificateOutcome.Invalid(
            List.of(
                new Problem(
                    "pem", "conflict", "pem must be one certificate, that of an authority.")));
      }
      store.trust(name, Pem.write(given));
      return new CertificateOutcome.Trusted(
          new TrustedAuthority(name, CertificateDetails.of(given.getFirst())));
    } catch (UnusableKeyException unusable) {
      return new CertificateOutcome.Invalid(List.of(unusable.problem()));
    }
  }

  CertificateOutcome distrust(String name) {
    AuthorityEntity row = store.authority(name);
    if (row == null) {
      return new CertificateOutcome.Missing();
    }
    store.remove(row);
    return new CertificateOutcome.Deleted();
  }
}
