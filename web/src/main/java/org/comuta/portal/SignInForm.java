package org.comuta.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.comuta.identity.IdentityBean;
import org.jspecify.annotations.Nullable;

/** The sign-in page. One request only. */
@Named
@RequestScoped
public class SignInForm {
  @Inject private IdentityBean identity;
  @Inject private PortalSignIn signIn;
  @Inject private HttpServletRequest request;
  @Inject private Language language;

  private String name = "";
  private String password = "";

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SignInForm() {}

  /** Signs in and goes to the portal, or asks for the code, or says why not. */
  public @Nullable String signIn() {
    return signIn.goOn(
        identity.signIn(name, password, request.getRemoteAddr()), language.text("signIn.refused"));
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name == null ? "" : name;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(@Nullable String password) {
    this.password = password == null ? "" : password;
  }
}
