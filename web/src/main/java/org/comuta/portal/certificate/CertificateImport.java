package org.comuta.portal.certificate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Base64;
import java.util.List;
import org.comuta.certificate.CertificateBean;
import org.comuta.certificate.CertificateOutcome;
import org.comuta.description.Problem;
import org.comuta.identity.Right;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.jspecify.annotations.Nullable;

/**
 * The forms that bring in certificates. One request only, so that no private key and no passphrase
 * is kept.
 */
@Named
@RequestScoped
public class CertificateImport {
  @Inject private CertificateBean certificates;
  @Inject private Account account;
  @Inject private Language language;

  private String name = "";
  private String pem = "";
  private String file = "";
  private String passphrase = "";

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public CertificateImport() {}

  /** Takes over the text, or else the file. */
  public void take() {
    if (account.may(Right.ADMINISTER)) {
      CertificateMessages.tell(language, "import:", taken(), "certificates.imported");
    }
  }

  private CertificateOutcome taken() {
    if (pem.isBlank() && file.isEmpty()) {
      return new CertificateOutcome.Invalid(
          List.of(new Problem("pem", "required", "pem or pkcs12 is required.")));
    }
    try {
      return pem.isBlank()
          ? certificates.importFile(
              name, Base64.getDecoder().decode(file), passphrase, account.actor())
          : certificates.importText(name, pem, passphrase, account.actor());
    } catch (IllegalArgumentException broken) {
      return new CertificateOutcome.Invalid(
          List.of(new Problem("pkcs12", "syntax", "pkcs12 must be a PKCS#12 file in Base64.")));
    }
  }

  /** Trusts the authority in the text. */
  public void trust() {
    if (account.may(Right.ADMINISTER)) {
      CertificateMessages.tell(
          language,
          "trust:",
          certificates.trust(name, pem, account.actor()),
          "certificates.trusted");
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = text(name).strip();
  }

  /** Never shown again. */
  public String getPem() {
    return "";
  }

  public void setPem(@Nullable String pem) {
    this.pem = text(pem);
  }

  /** A PKCS#12 file in Base64; never shown again. */
  public String getFile() {
    return "";
  }

  public void setFile(@Nullable String file) {
    this.file = text(file);
  }

  public String getPassphrase() {
    return "";
  }

  public void setPassphrase(@Nullable String passphrase) {
    this.passphrase = text(passphrase);
  }
}
