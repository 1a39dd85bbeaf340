package org.comuta.portal.form;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The addresses that a provider of identities wants to know, as they follow from the form. */
@Named
@RequestScoped
public class ProviderAddresses {
  @Inject private FormPage form;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public ProviderAddresses() {}

  public String getRedirect() {
    return portal() + "/sign-in/callback/" + name();
  }

  public String getSignedOut() {
    return portal() + "/sign-in.xhtml";
  }

  public String getLogout() {
    return portal() + "/sign-in/logout/" + name();
  }

  private String portal() {
    String typed = form.text("portalAddress").strip().replaceFirst("/+$", "");
    return typed.isEmpty() ? "https://…" : typed;
  }

  private String name() {
    return form.name().isEmpty() ? "…" : form.name();
  }
}
