package org.comuta.portal.certificate;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.comuta.certificate.CertificateBean;
import org.comuta.certificate.CertificateUse;
import org.comuta.certificate.KeyKind;
import org.comuta.certificate.OwnCertificate;
import org.comuta.certificate.TrustedAuthority;
import org.comuta.identity.Right;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.comuta.portal.table.AuthoritiesTable;
import org.comuta.portal.table.CertificatesTable;
import org.comuta.portal.table.Table;

/** Certificates of ours and authorities that are trusted. One view each. */
@Named
@ViewScoped
public class CertificatesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CertificateBean certificates;
  @Inject private Account account;
  @Inject private Language language;
  @Inject private Table<OwnCertificate> own;
  @Inject private Table<TrustedAuthority> trusted;

  private NewCertificateModel made = new NewCertificateModel();
  private boolean requesting;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public CertificatesPage() {}

  @PostConstruct
  void open() {
    own.show(CertificatesTable.ID);
    trusted.showBeside(AuthoritiesTable.ID, "trusted");
  }

  public Table<OwnCertificate> getOwn() {
    return own;
  }

  public Table<TrustedAuthority> getTrusted() {
    return trusted;
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
