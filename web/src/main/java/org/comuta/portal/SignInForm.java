package org.comuta.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.comuta.identity.IdentityBean;
import org.comuta.identity.ProviderBean;
import org.comuta.identity.provider.IdentityProvider;
import org.jspecify.annotations.Nullable;

/** The sign-in page. One request only. */
@Named
@RequestScoped
public class SignInForm {
  private static final Set<String> NOTICES = Set.of("away", "denied", "failed", "refused");

  @Inject private IdentityBean identity;
  @Inject private ProviderBean providers;
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
        identity.signIn(name, password, request.getRemoteAddr()),
        null,
        language.text("signIn.refused"));
  }

  /** Providers of identities that sign in, too. */
  public List<IdentityProvider> getProviders() {
    return providers.offered();
  }

  /** What became of a sign-in by a provider; empty when there was none. */
  public String getNotice() {
    String said = request.getParameter("provider");
    return said != null && NOTICES.contains(said) ? language.text("signIn.provider." + said) : "";
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
