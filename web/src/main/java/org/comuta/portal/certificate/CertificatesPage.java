package org.comuta.portal.certificate;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.comuta.certificate.CertificateBean;
import org.comuta.certificate.CertificateUse;
import org.comuta.certificate.KeyKind;
import org.comuta.certificate.OwnCertificate;
import org.comuta.certificate.TrustedAuthority;
import org.comuta.identity.Right;
import org.comuta.portal.Account;
import org.comuta.portal.Language;

/** Certificates of ours and authorities that are trusted. One view each. */
@Named
@ViewScoped
public class CertificatesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CertificateBean certificates;
  @Inject private Account account;
  @Inject private Language language;

  private NewCertificateModel made = new NewCertificateModel();
  private boolean requesting;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public CertificatesPage() {}

  public List<OwnCertificate> getAll() {
    return certificates.all();
  }

  public List<TrustedAuthority> getAuthorities() {
    return certificates.authorities();
  }

  /** A list in one line. */
  public String joined(List<String> texts) {
    return String.join(", ", texts);
  }

  public KeyKind[] getKeys() {
    return KeyKind.values();
  }

  /** What is in the form. */
  public NewCertificateModel getMade() {
    return made;
  }

  /** Whether the form makes a request, not a self-signed certificate. */
  public boolean isRequesting() {
    return requesting;
  }

  /** Puts an empty certificate into the form. */
  public void begin(boolean request) {
    made = new NewCertificateModel();
    requesting = request;
  }

  /** Makes what is in the form, or says what is wrong with it. */
  public void make() {
    if (account.may(Right.ADMINISTER)) {
      CertificateMessages.tell(
          language,
          "new:",
          requesting
              ? certificates.makeRequest(made.getName(), made.wanted(), account.actor())
              : certificates.makeSelfSigned(made.getName(), made.wanted(), account.actor()),
          requesting ? "certificates.requested" : "certificates.made");
    }
  }

  /** Shows a certificate in portal and API from now on. */
  public void use(String name) {
    if (account.may(Right.ADMINISTER)) {
      CertificateMessages.tell(
          language,
          "",
          certificates.use(CertificateUse.HTTPS, name, account.actor()),
          "certificates.inUse");
    }
  }

  /** Deletes a certificate, or says why not. */
  public void delete(String name) {
    if (account.may(Right.ADMINISTER)) {
      CertificateMessages.tell(
          language, "", certificates.delete(name, account.actor()), "certificates.deleted");
    }
  }

  /** Trusts an authority no more. */
  public void distrust(String name) {
    if (account.may(Right.ADMINISTER)) {
      CertificateMessages.tell(
          language, "", certificates.distrust(name, account.actor()), "certificates.deleted");
    }
  }
}
