package org.comuta.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.comuta.identity.IdentityBean;
import org.jspecify.annotations.Nullable;

/** The page that asks for the code after the password. One request only. */
@Named
@RequestScoped
public class CodeForm {
  private static final String SIGN_IN = "/sign-in.xhtml?faces-redirect=true";

  @Inject private IdentityBean identity;
  @Inject private PortalSignIn signIn;
  @Inject private HttpServletRequest request;
  @Inject private Language language;

  private String code = "";

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public CodeForm() {}

  /** Signs in and goes to the portal, or says why not. */
  public @Nullable String signIn() {
    HalfSignedIn half = HalfSignedIn.of(request);
    return half == null
        ? SIGN_IN
        : signIn.goOn(
            identity.signInWithCode(half.name(), code, request.getRemoteAddr()),
            half.link(),
            language.text("signIn.codeRefused"));
  }

  public String getCode() {
    return code;
  }

  public void setCode(@Nullable String code) {
    this.code = code == null ? "" : code;
  }
}
