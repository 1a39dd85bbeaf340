package org.comuta.portal.certificate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.comuta.certificate.CertificateBean;
import org.comuta.description.Problem;
import org.comuta.identity.Right;
import org.comuta.portal.Account;
import org.comuta.portal.Language;
import org.jspecify.annotations.Nullable;

/** Certificates, requests and encrypted keys as files. One request only. */
@Named
@RequestScoped
public class CertificateDownload {
  @Inject private CertificateBean certificates;
  @Inject private Account account;
  @Inject private Language language;

  private String name = "";
  private String passphrase = "";

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public CertificateDownload() {}

  /** The certificate and those above it. */
  public void chain(String of) throws IOException {
    text(of + ".pem", certificates.chain(of));
  }

  /** The request that waits for its answer. */
  public void request(String of) throws IOException {
    text(of + ".csr", certificates.request(of));
  }

  /** The certificate of an authority. */
  public void authority(String of) throws IOException {
    text(of + ".pem", certificates.authorityAsText(of));
  }

  private static void text(String fileName, @Nullable String pem) throws IOException {
    if (pem != null) {
      send(fileName, "application/x-pem-file", pem.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** The key of a certificate, encrypted with the passphrase. */
  public void export() throws IOException {
    if (!account.may(Right.ADMINISTER)) {
      return;
    }
    List<Problem> problems = certificates.checkPassphrase(passphrase);
    problems.forEach(problem -> CertificateMessages.complain(language, "", problem));
    byte[] file =
        problems.isEmpty() ? certificates.export(name, passphrase, account.actor()) : null;
    if (file != null) {
      send(name + ".p12", "application/x-pkcs12", file);
    }
  }

  private static void send(String fileName, String type, byte[] octets) throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext response = faces.getExternalContext();
    response.setResponseContentType(type);
    response.setResponseHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
    response.getResponseOutputStream().write(octets);
    faces.responseComplete();
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name == null ? "" : name;
  }

  public String getPassphrase() {
    return "";
  }

  public void setPassphrase(@Nullable String passphrase) {
    this.passphrase = passphrase == null ? "" : passphrase;
  }
}
