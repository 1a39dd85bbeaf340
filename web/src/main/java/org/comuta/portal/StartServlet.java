package org.comuta.portal;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comuta.identity.Right;
import org.comuta.portal.navigation.PortalPages;

/** Who opens the bare address, or the folder of the portal, means its first page. */
@WebServlet({"", "/portal", "/portal/"})
public class StartServlet extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String page = PortalPages.first((Right right) -> request.isUserInRole(right.name()));
    response.sendRedirect(request.getContextPath() + page);
  }
}
