package org.comuta.certificate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key pair of ours with its certificate, without the private key. Immutable; the words of the
 * API.
 *
 * @param certificate null while an authority has not signed it for the first time
 * @param authorities the certificates above it that are sent with it, the nearest first
 * @param problems why others may not accept it
 * @param uses where it is shown
 * @param interfaces those that show it where SIP goes over TLS
 * @param requested whether a request waits for the answer of an authority
 */
public record OwnCertificate(
    String name,
    @Nullable CertificateDetails certificate,
    List<CertificateDetails> authorities,
    List<ChainProblem> problems,
    List<CertificateUse> uses,
    List<String> interfaces,
    boolean requested,
    Instant changedAt) {

  /** Whether it is shown anywhere. */
  public boolean inUse() {
    return !uses.isEmpty() || !interfaces.isEmpty();
  }

  /** The same, shown by these interfaces. */
  OwnCertificate shownBy(List<String> names) {
    return new OwnCertificate(
        name, certificate, authorities, problems, uses, List.copyOf(names), requested, changedAt);
  }
}
