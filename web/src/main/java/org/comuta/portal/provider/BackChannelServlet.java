package org.comuta.portal.provider;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.comuta.identity.ProviderBean;
import org.comuta.identity.provider.ProviderException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a provider says that somebody has signed out there: {@code /sign-in/logout/NAME} (OpenID
 * Connect Back-Channel Logout 1.0).
 */
@WebServlet("/sign-in/logout/*")
public class BackChannelServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(BackChannelServlet.class);

  @Inject private transient ProviderBean providers;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public BackChannelServlet() {}

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    String token = request.getParameter("logout_token");
    try {
      providers.loggedOut(
          ProviderName.of(request), token == null ? "" : token, request.getRemoteAddr());
      response.setStatus(HttpServletResponse.SC_OK);
    } catch (ProviderException refused) {
      LOG.info("A logout token is not taken: {}", refused.getMessage());
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
  }
}
