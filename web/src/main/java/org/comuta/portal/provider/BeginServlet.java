package org.comuta.portal.provider;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.comuta.identity.ProviderBean;
import org.comuta.identity.provider.IdentityProvider;
import org.comuta.identity.provider.ProviderException;

/** Sends the browser to a provider: {@code /sign-in/begin/NAME}. */
@WebServlet("/sign-in/begin/*")
public class BeginServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String ARRIVED = "arrived";

  @Inject private transient ProviderBean providers;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public BeginServlet() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    String name = ProviderName.of(request);
    IdentityProvider provider = providers.find(name);
    if (provider != null
        && request.getParameter(ARRIVED) == null
        && isElsewhere(request, provider.beginAddress())) {
      // The cookie must be set where the provider sends the browser back to. Once only: a proxy may
      // show us another name than the browser sees.
      response.sendRedirect(provider.beginAddress() + "?" + ARRIVED + "=1");
      return;
    }
    try {
      ProviderBean.Beginning begun = providers.begin(name, request.getRemoteAddr());
      PendingCookie.set(request, response, begun.sealed());
      response.sendRedirect(begun.address().toString());
    } catch (ProviderException refused) {
      response.sendRedirect(ProviderName.signInPage(request, ProviderName.notice(refused)));
    }
  }

  private static boolean isElsewhere(HttpServletRequest request, URI address) {
    return !bare(request.getServerName()).equalsIgnoreCase(bare(address.getHost()));
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
