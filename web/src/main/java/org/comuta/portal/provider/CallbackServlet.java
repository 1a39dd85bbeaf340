package org.comuta.portal.provider;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.comuta.identity.ProviderBean;
import org.comuta.identity.SignIn;
import org.comuta.identity.provider.ProviderException;
import org.comuta.identity.provider.ProviderException.Reason;
import org.comuta.portal.ProviderLink;
import org.comuta.portal.SignInSessions;

/**
 * Where a provider sends the browser back to: {@code /sign-in/callback/NAME}. It goes on to a page
 * of ours, whatever the request says.
 */
@WebServlet("/sign-in/callback/*")
public class CallbackServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient ProviderBean providers;
  @Inject private transient SignInSessions sessions;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public CallbackServlet() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String sealed = PendingCookie.of(request);
    PendingCookie.remove(request, response);
    String onward;
    try {
      String name = ProviderName.of(request);
      ProviderBean.Ending ended =
          providers.finish(name, sealed, parameters(request), request.getRemoteAddr());
      onward = onward(request, ended.result(), new ProviderLink(name, ended.person()));
    } catch (ProviderException refused) {
      onward = ProviderName.signInPage(request, ProviderName.notice(refused));
    }
    OnwardPage.write(response, onward);
  }

  /** The parameters; one that comes twice is an attack or a fault (RFC 6749 section 3.1). */
  private static Map<String, String> parameters(HttpServletRequest request)
      throws ProviderException {
    Map<String, String> parameters = new HashMap<>();
    for (Map.Entry<String, String[]> entry : request.getParameterMap().entrySet()) {
      if (entry.getValue().length != 1) {
        throw new ProviderException(Reason.FORGED, "a parameter comes twice");
      }
      parameters.put(entry.getKey(), entry.getValue()[0]);
    }
    return parameters;
  }

  private String onward(HttpServletRequest request, SignIn result, ProviderLink link) {
    String path = request.getContextPath();
    return switch (result) {
      case SignIn.Accepted accepted -> path + sessions.begin(accepted, link);
      case SignIn.CodeNeeded needed -> path + sessions.askForCode(needed.user().name(), link);
      case SignIn.Refused ignored -> ProviderName.signInPage(request, "refused");
      case SignIn.Locked ignored -> ProviderName.signInPage(request, "refused");
      case SignIn.Busy ignored -> ProviderName.signInPage(request, "away");
      case SignIn.DirectoryAway ignored -> ProviderName.signInPage(request, "away");
    };
  }
}
