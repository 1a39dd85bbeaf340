package org.comuta.certificate;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.comuta.database.DatabaseTrouble;
import org.comuta.description.Problem;
import org.comuta.identity.Actor;
import org.comuta.identity.AuditAction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Certificates of ours and authorities that are trusted: operational, so a change counts at once,
 * also for portal and API themselves, and is audited. Any thread.
 */
@Singleton
@Startup
@DependsOn("SchemaBean")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CertificateBean {
  /** What the certificate is called that the launcher made. */
  private static final String FIRST = "https";

  private static final Logger LOG = LoggerFactory.getLogger(CertificateBean.class);

  @EJB private CertificateTransactions transactions;
  @Inject private HttpsKeyFile https;
  @Inject private ExpiryWatch expiry;
  @Inject private InterfaceUsers users;
  @Inject private UsableCertificates usable;
  private final KeptTlsContexts contexts =
      new KeptTlsContexts(
          name -> transactions.read(p -> p.certificates().open(name)),
          () -> transactions.read(p -> p.authorities().certificates()));
  private volatile List<OwnCertificate> latest = List.of();
  private volatile List<TrustedAuthority> latestAuthorities = List.of();

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public CertificateBean() {}

  /** The first start takes over the certificate that the launcher made. */
  @PostConstruct
  void begin() {
    KeyAndChain made = https.read();
    if (made != null
        && transactions.read(p -> p.certificates().shownAt(CertificateUse.HTTPS)) == null) {
      transactions.change(
          Actor.SERVER,
          AuditAction.CERTIFICATE_SAVE,
          FIRST,
          "taken over",
          p -> p.certificates().adopt(FIRST, made, CertificateUse.HTTPS));
    }
    remember(transactions.read(p -> p.certificates().all()));
  }

  /**
   * Shows what is to be shown: changed by another node, or not taken by the server before. Never
   * within the start, which the server's management waits for.
   */
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  public void look() {
    try {
      remember(all());
      expiry.inUse(ends(latest));
      show();
    } catch (RuntimeException failure) {
      if (!DatabaseTrouble.isBehind(failure)) {
        LOG.error("The certificate of HTTPS cannot be shown; tried again", failure);
      }
    }
  }

  private synchronized void remember(List<OwnCertificate> now) {
    List<TrustedAuthority> trusted = authorities();
    if (!moments(now).equals(moments(latest)) || !trusted.equals(latestAuthorities)) {
      contexts.forget();
    }
    latest = now;
    latestAuthorities = trusted;
    usable.now(now);
  }

  private static Map<String, Instant> moments(List<OwnCertificate> certificates) {
    Map<String, Instant> moments = new HashMap<>();
    certificates.forEach(one -> moments.put(one.name(), one.changedAt()));
    return moments;
  }

  private synchronized void show() {
    KeyAndChain wanted =
        transactions.read(
            p -> {
              String name = p.certificates().shownAt(CertificateUse.HTTPS);
              return name == null ? null : p.certificates().open(name);
            });
    if (wanted != null && https.show(wanted)) {
      LOG.info(
          "Portal and API show the certificate {} from now on",
          CertificateDetails.fingerprint(wanted.chain().getFirst()));
    }
  }

  private static Map<String, Instant> ends(List<OwnCertificate> certificates) {
    Map<String, Instant> ends = new HashMap<>();
    for (OwnCertificate one : certificates) {
      CertificateDetails details = one.certificate();
      if (details != null && one.inUse()) {
        ends.put(one.name(), details.validUntil());
      }
    }
    return ends;
  }

  // --- to be read ----------------------------------------------------------------------------

  /** Those of ours, by name. */
  public List<OwnCertificate> all() {
    return transactions.read(p -> p.certificates().all()).stream()
        .map(this::withInterfaces)
        .toList();
  }

  private OwnCertificate withInterfaces(OwnCertificate one) {
    return one.shownBy(users.of(one.name()));
  }

  /** The same as they were a few seconds ago, without asking the database. */
  public List<OwnCertificate> latest() {
    return latest;
  }

  public @Nullable OwnCertificate find(String name) {
    OwnCertificate found = transactions.read(p -> p.certificates().find(name));
    return found == null ? null : withInterfaces(found);
  }

  /** A context for TLS, as {@link TlsContexts} says. */
  public SSLContext tls(String name, boolean verifying) throws GeneralSecurityException {
    return contexts.of(name, verifying);
  }

  /** The request that waits for its answer (PKCS#10), in PEM; null when there is none. */
  public @Nullable String request(String name) {
    return transactions.read(p -> p.certificates().request(name));
  }

  /** The certificate and those above it, in PEM; null when there is none. */
  public @Nullable String chain(String name) {
    return transactions.read(p -> p.certificates().chainAsText(name));
  }

  /** Authorities that are trusted beside those that Java trusts, by name. */
  public List<TrustedAuthority> authorities() {
    return transactions.read(p -> p.authorities().all());
  }

  public @Nullable TrustedAuthority authority(String name) {
    return transactions.read(p -> p.authorities().find(name));
  }

  /** The certificate of an authority, in PEM; null when there is none. */
  public @Nullable String authorityAsText(String name) {
    return transactions.read(p -> p.authorities().asText(name));
  }

  // --- to be changed -------------------------------------------------------------------------

  /** Makes a key and a certificate that it signs itself; instead of what this name had. */
  public CertificateOutcome makeSelfSigned(String name, NewCertificate wanted, Actor actor) {
    return shown(
        transactions.change(
            actor,
            AuditAction.CERTIFICATE_SAVE,
            name,
            "self-signed",
            p -> p.certificates().makeSelfSigned(name, wanted)));
  }

  /** Makes a key and a request; what this name had stays until the answer is there. */
  public CertificateOutcome makeRequest(String name, NewCertificate wanted, Actor actor) {
    return shown(
        transactions.change(
            actor,
            AuditAction.CERTIFICATE_SAVE,
            name,
            "request",
            p -> p.certificates().makeRequest(name, wanted)));
  }

  /**
   * Takes over certificates in PEM: with a private key instead of what this name had; without one
   * as the answer to its request, or as a new certificate of its key.
   *
   * @param passphrase of the private key; empty when it is not encrypted
   */
  public CertificateOutcome importText(String name, String pem, String passphrase, Actor actor) {
    return shown(
        transactions.change(
            actor,
            AuditAction.CERTIFICATE_SAVE,
            name,
            "PEM",
            p -> p.certificates().importText(name, pem, passphrase)));
  }

  /** Takes over a PKCS#12 file instead of what this name had. */
  public CertificateOutcome importFile(String name, byte[] pkcs12, String passphrase, Actor actor) {
    return shown(
        transactions.change(
            actor,
            AuditAction.CERTIFICATE_SAVE,
            name,
            "PKCS#12",
            p -> p.certificates().importFile(name, pkcs12, passphrase)));
  }

  /** Shows a certificate at a place from now on; connections that are open live on. */
  public CertificateOutcome use(CertificateUse use, String name, Actor actor) {
    return shown(
        transactions.change(
            actor,
            AuditAction.CERTIFICATE_USE,
            name,
            use.name(),
            p -> p.certificates().show(use, name)));
  }

  public CertificateOutcome delete(String name, Actor actor) {
    List<String> interfaces = users.of(name);
    return shown(
        transactions.change(
            actor,
            AuditAction.CERTIFICATE_DELETE,
            name,
            "",
            p ->
                interfaces.isEmpty()
                    ? p.certificates().delete(name)
                    : new CertificateOutcome.InUse(List.of(), interfaces)));
  }

  private CertificateOutcome shown(CertificateOutcome outcome) {
    look();
    return outcome;
  }

  /** What is wrong with a passphrase for an export; empty when nothing is. */
  public List<Problem> checkPassphrase(String passphrase) {
    return Certificates.checkPassphrase(passphrase);
  }

  /** A key with its chain as a PKCS#12 file; null when there is none. Audited. */
  public byte @Nullable [] export(String name, String passphrase, Actor actor) {
    KeyAndChain entry = transactions.read(p -> p.certificates().open(name));
    if (entry == null || !checkPassphrase(passphrase).isEmpty()) {
      return null;
    }
    transactions.change(
        actor, AuditAction.CERTIFICATE_EXPORT, name, "PKCS#12", p -> p.certificates().told(name));
    return Pkcs12.write(name, entry, passphrase);
  }

  /** Trusts an authority. */
  public CertificateOutcome trust(String name, String pem, Actor actor) {
    return shown(
        transactions.change(
            actor, AuditAction.AUTHORITY_SAVE, name, "", p -> p.authorities().trust(name, pem)));
  }

  /** Trusts an authority no more. */
  public CertificateOutcome distrust(String name, Actor actor) {
    return shown(
        transactions.change(
            actor, AuditAction.AUTHORITY_DELETE, name, "", p -> p.authorities().distrust(name)));
  }
}
