package org.comuta.certificate;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.comuta.description.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with certificates of ours. Private keys come in and are sealed; they leave only
 * encrypted with a passphrase. One transaction, one thread.
 */
final class Certificates {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
  private static final int SHORTEST_PASSPHRASE = 12;
  private static final int LONGEST_PASSPHRASE = 128;

  private final CertificateStore store;
  private final SealedKeys keys;
  private final TrustedAuthorities authorities;
  private final Clock clock;

  Certificates(
      CertificateStore store, SealedKeys keys, TrustedAuthorities authorities, Clock clock) {
    this.store = store;
    this.keys = keys;
    this.authorities = authorities;
    this.clock = clock;
  }

  // --- to be read ----------------------------------------------------------------------------

  List<OwnCertificate> all() {
    return store.all().stream().map(this::view).toList();
  }

  @Nullable OwnCertificate find(String name) {
    CertificateEntity row = store.find(name);
    return row == null ? null : view(row);
  }

  private OwnCertificate view(CertificateEntity row) {
    List<X509Certificate> chain = chain(row);
    return new OwnCertificate(
        row.name,
        chain.isEmpty() ? null : CertificateDetails.of(chain.getFirst()),
        chain.stream().skip(1).map(CertificateDetails::of).toList(),
        chain.isEmpty()
            ? List.of()
            : ChainCheck.check(chain, authorities.certificates(), clock.instant()),
        store.uses(row.name),
        List.of(),
        row.request != null,
        row.changedAt);
  }

  private static List<X509Certificate> chain(CertificateEntity row) {
    return row.chain == null ? List.of() : Pem.stored(row.chain);
  }

  /** The request that waits for its answer, in PEM; null when there is none. */
  @Nullable String request(String name) {
    CertificateEntity row = store.find(name);
    return row == null ? null : row.request;
  }

  /** The certificate and those above it, in PEM; null when there is none. */
  @Nullable String chainAsText(String name) {
    CertificateEntity row = store.find(name);
    return row == null ? null : row.chain;
  }

  /** With the private key; null when there is none. */
  @Nullable KeyAndChain open(String name) {
    CertificateEntity row = store.find(name);
    if (row == null || row.sealedKey == null || row.chain == null) {
      return null;
    }
    return new KeyAndChain(keys.open(name, row.sealedKey), chain(row));
  }

  // --- to be made ----------------------------------------------------------------------------

  CertificateOutcome makeSelfSigned(String name, NewCertificate wanted) {
    List<Problem> problems = check(name, wanted);
    if (!problems.isEmpty()) {
      return new CertificateOutcome.Invalid(problems);
    }
    KeyPair pair = wanted.key().generate();
    X509Certificate certificate =
        CertificateMaker.selfSigned(wanted, pair, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    return keep(name, new KeyAndChain(pair.getPrivate(), List.of(certificate)));
  }

  CertificateOutcome makeRequest(String name, NewCertificate wanted) {
    List<Problem> problems = check(name, wanted);
    if (!problems.isEmpty()) {
      return new CertificateOutcome.Invalid(problems);
    }
    KeyPair pair = wanted.key().generate();
    CertificateEntity row = row(name);
    row.requestedKey = keys.sealRequested(name, pair.getPrivate());
    row.request = Pem.write("CERTIFICATE REQUEST", CertificateMaker.request(wanted, pair));
    return new CertificateOutcome.Done(view(row));
  }

  private static List<Problem> check(String name, NewCertificate wanted) {
    List<Problem> problems = new ArrayList<>(check(name));
    problems.addAll(wanted.check());
    return problems;
  }

  static List<Problem> check(String name) {
    return NAME.matcher(name).matches()
        ? List.of()
        : List.of(
            new Problem(
                "name", "syntax", "name must have 1 to 64 letters, digits and the marks _ - ."));
  }

  // --- to be brought in ----------------------------------------------------------------------

  /**
   * Takes over certificates in PEM: with a private key as they are; without one as the answer to
   * the request of this name, or as a new certificate of the key that is there.
   */
  CertificateOutcome importText(String name, String pem, String passphrase) {
    List<Problem> problems = check(name);
    if (!problems.isEmpty()) {
      return new CertificateOutcome.Invalid(problems);
    }
    try {
      List<X509Certificate> certificates = Pem.certificates(pem);
      CertificateEntity row = store.find(name);
      if (pem.contains("PRIVATE KEY-----") || row == null || hasNoKey(row)) {
        return keep(name, KeyAndChain.match(Pem.key(pem, passphrase), certificates, "pem"));
      }
      return keep(name, answer(row, certificates));
    } catch (UnusableKeyException unusable) {
      return new CertificateOutcome.Invalid(List.of(unusable.problem()));
    }
  }

  /** As one has that came from a backup without passphrase. */
  private static boolean hasNoKey(CertificateEntity row) {
    return row.sealedKey == null && row.requestedKey == null;
  }

  private KeyAndChain answer(CertificateEntity row, List<X509Certificate> certificates)
      throws UnusableKeyException {
    if (row.requestedKey != null) {
      PrivateKey requested = keys.openRequested(row.name, row.requestedKey);
      try {
        return KeyAndChain.match(requested, certificates, "pem");
      } catch (UnusableKeyException notTheAnswer) {
        if (row.sealedKey == null) {
          throw notTheAnswer;
        }
      }
    }
    String sealed = Objects.requireNonNull(row.sealedKey, row.name);
    return KeyAndChain.match(keys.open(row.name, sealed), certificates, "pem");
  }

  CertificateOutcome importFile(String name, byte[] pkcs12, String passphrase) {
    List<Problem> problems = check(name);
    if (!problems.isEmpty()) {
      return new CertificateOutcome.Invalid(problems);
    }
    try {
      return keep(name, Pkcs12.read(pkcs12, passphrase));
    } catch (UnusableKeyException unusable) {
      return new CertificateOutcome.Invalid(List.of(unusable.problem()));
    }
  }

  private CertificateOutcome keep(String name, KeyAndChain entry) {
    CertificateEntity row = row(name);
    boolean answered =
        row.requestedKey != null && keys.openRequested(name, row.requestedKey).equals(entry.key());
    row.sealedKey = keys.seal(name, entry.key());
    row.chain = Pem.write(entry.chain());
    if (answered) {
      row.requestedKey = null;
      row.request = null;
    }
    return new CertificateOutcome.Done(view(row));
  }

  private CertificateEntity row(String name) {
    CertificateEntity row = store.find(name);
    if (row == null) {
      row = new CertificateEntity(name, clock.instant());
      store.add(row);
    }
    row.changedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return row;
  }

  // --- to be used ----------------------------------------------------------------------------

  CertificateOutcome show(CertificateUse use, String name) {
    CertificateEntity row = store.find(name);
    if (row == null) {
      return new CertificateOutcome.Missing();
    }
    if (row.chain == null) {
      return new CertificateOutcome.Invalid(
          List.of(
              new Problem(
                  "certificate", "conflict", "certificate '" + name + "' is not signed yet.")));
    }
    store.show(use, name);
    return new CertificateOutcome.Done(view(row));
  }

  /** Takes over a key from outside, and shows it. */
  CertificateOutcome adopt(String name, KeyAndChain entry, CertificateUse use) {
    keep(name, entry);
    return show(use, name);
  }

  /** How it is, for the audit log. */
  CertificateOutcome told(String name) {
    CertificateEntity row = store.find(name);
    return row == null ? new CertificateOutcome.Missing() : new CertificateOutcome.Done(view(row));
  }

  @Nullable String shownAt(CertificateUse use) {
    return store.shownAt(use);
  }

  CertificateOutcome delete(String name) {
    CertificateEntity row = store.find(name);
    if (row == null) {
      return new CertificateOutcome.Missing();
    }
    List<CertificateUse> uses = store.uses(name);
    if (!uses.isEmpty()) {
      return new CertificateOutcome.InUse(uses, List.of());
    }
    store.remove(row);
    return new CertificateOutcome.Deleted();
  }

  /** What is wrong with a passphrase that is to encrypt a key; empty when nothing is. */
  static List<Problem> checkPassphrase(String passphrase) {
    return passphrase.length() >= SHORTEST_PASSPHRASE
            && passphrase.length() <= LONGEST_PASSPHRASE
            && passphrase.chars().allMatch(c -> c >= ' ' && c <= '~')
        ? List.of()
        : List.of(
            new Problem(
                "passphrase",
                "length",
                "passphrase must have 12 to 128 printable ASCII characters."));
  }
}
