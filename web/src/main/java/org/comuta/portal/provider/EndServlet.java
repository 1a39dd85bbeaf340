package org.comuta.portal.provider;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.comuta.portal.EndThere;

/** Sends the browser on to sign out at the provider, too. */
@WebServlet(EndThere.PATH)
public class EndServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpSession session = request.getSession(false);
    String onward = request.getContextPath() + "/sign-in.xhtml";
    if (session != null && session.getAttribute(EndThere.ATTRIBUTE) instanceof EndThere there) {
      session.invalidate();
      onward = there.address().toString();
    }
    OnwardPage.write(response, onward);
  }
}
