package org.comuta.certificate;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.function.Function;
import org.comuta.identity.Actor;
import org.comuta.identity.AuditAction;
import org.comuta.identity.AuditBean;
import org.comuta.identity.AuditEntry.Outcome;
import org.comuta.secret.Secrets;

/** Runs what is done with certificates as transactions, each change with its audit entry. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CertificateTransactions {
  @PersistenceContext(unitName = "comuta")
  private EntityManager entities;

  @Inject private AuditBean audit;
  @Inject private Secrets secrets;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public CertificateTransactions() {}

  /** What may be asked within one transaction. */
  record Parts(Certificates certificates, TrustedAuthorities authorities) {}

  /** Reads something. */
  public <T> T read(Function<Parts, T> work) {
    return work.apply(parts());
  }

  /** Changes something, and writes it into the audit log. */
  public CertificateOutcome change(
      Actor actor,
      AuditAction action,
      String name,
      String detail,
      Function<Parts, CertificateOutcome> work) {
    CertificateOutcome outcome = work.apply(parts());
    switch (outcome) {
      case CertificateOutcome.Done done ->
          write(actor, action, name, Outcome.DONE, detail + fingerprint(done.certificate()));
      case CertificateOutcome.Trusted trusted ->
          write(
              actor,
              action,
              name,
              Outcome.DONE,
              detail + " " + trusted.authority().certificate().fingerprint());
      case CertificateOutcome.Deleted ignored -> write(actor, action, name, Outcome.DONE, detail);
      case CertificateOutcome.Invalid invalid ->
          write(
              actor,
              action,
              name,
              Outcome.REFUSED,
              detail + ": " + invalid.problems().getFirst().message());
      case CertificateOutcome.InUse used ->
          write(
              actor,
              action,
              name,
              Outcome.REFUSED,
              detail + ": " + used.uses() + used.interfaces());
      case CertificateOutcome.Missing ignored -> {}
    }
    return outcome;
  }

  private static String fingerprint(OwnCertificate certificate) {
    CertificateDetails details = certificate.certificate();
    return details == null ? "" : " " + details.fingerprint();
  }

  private void write(Actor actor, AuditAction action, String name, Outcome outcome, String detail) {
    String kind =
        action == AuditAction.AUTHORITY_SAVE || action == AuditAction.AUTHORITY_DELETE
            ? "trusted-authority"
            : "certificate";
    audit.write(actor, action, kind, name, outcome, detail.strip());
  }

  private Parts parts() {
    CertificateStore store = new CertificateStore(entities);
    TrustedAuthorities authorities = new TrustedAuthorities(store, ShippedAuthorities.all());
    return new Parts(
        new Certificates(store, new SealedKeys(secrets), authorities, Clock.systemUTC()),
        authorities);
  }
}
