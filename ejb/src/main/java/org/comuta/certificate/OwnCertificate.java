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
 * @param requested whether a request waits for the answer of an authority
 */
public record OwnCertificate(
    String name,
    @Nullable CertificateDetails certificate,
    List<CertificateDetails> authorities,
    List<ChainProblem> problems,
    List<CertificateUse> uses,
    boolean requested,
    Instant changedAt) {}
