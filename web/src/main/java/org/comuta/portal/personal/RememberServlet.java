package org.comuta.portal.personal;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.comuta.preference.Preferences;
import org.comuta.preference.Theme;

/**
 * Keeps what a script of the page saw its user choose: {@code name} and {@code value}. Asks for a
 * header that no other site can send.
 */
@WebServlet("/portal/remember")
public class RememberServlet extends HttpServlet {
  private static final String OURS = "X-Comuta-Portal";
  private static final String THEME = "theme";
  private static final int LONGEST = 500;

  @Inject private PersonalSettings personal;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public RememberServlet() {}

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    String name = request.getParameter("name");
    String value = request.getParameter("value");
    if (request.getHeader(OURS) == null
        || name == null
        || value == null
        || value.length() > LONGEST
        || !keep(name, value)) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private boolean keep(String name, String value) {
    if (name.equals(THEME)) {
      Optional<Theme> theme =
          Arrays.stream(Theme.values()).filter(one -> one.name().equals(value)).findFirst();
      Preferences now = personal.preferences();
      theme.ifPresent(one -> personal.choose(new Preferences(now.language(), now.timeZone(), one)));
      return theme.isPresent();
    }
    Optional<Remembered> what = Remembered.of(name);
    what.ifPresent(one -> personal.remember(one, value));
    return what.isPresent();
  }
}
