package org.comuta.certificate;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds out why others may not accept a chain of certificates. */
final class ChainCheck {
  private ChainCheck() {}

  /**
   * @param chain the own certificate first
   * @param authorities who is trusted
   */
  static List<ChainProblem> check(
      List<X509Certificate> chain, List<X509Certificate> authorities, Instant now) {
    Set<ChainProblem> problems = EnumSet.noneOf(ChainProblem.class);
    X509Certificate own = chain.getFirst();
    Instant end = own.getNotAfter().toInstant();
    if (now.isAfter(end)) {
      problems.add(ChainProblem.EXPIRED);
    } else if (now.plus(ExpiryWatch.SOON).isAfter(end)) {
      problems.add(ChainProblem.EXPIRES_SOON);
    }
    if (now.isBefore(own.getNotBefore().toInstant())) {
      problems.add(ChainProblem.NOT_YET_VALID);
    }
    if (chain.stream().skip(1).anyMatch(one -> now.isAfter(one.getNotAfter().toInstant()))) {
      problems.add(ChainProblem.AUTHORITY_EXPIRED);
    }
    if (CertificateDetails.names(own).isEmpty()) {
      problems.add(ChainProblem.NO_NAMES);
    }
    X509Certificate last = chain.getLast();
    boolean itsOwnIssuer = KeyAndChain.isSignedBy(last, last);
    if (authorities.stream().noneMatch(one -> one.equals(last) || isAbove(one, last, now))) {
      problems.add(
          !itsOwnIssuer
              ? ChainProblem.INCOMPLETE
              : chain.size() == 1 ? ChainProblem.SELF_SIGNED : ChainProblem.UNTRUSTED);
    }
    return List.copyOf(problems);
  }

  private static boolean isAbove(X509Certificate authority, X509Certificate last, Instant now) {
    return KeyAndChain.isSignedBy(last, authority)
        && !now.isAfter(authority.getNotAfter().toInstant());
  }
}
