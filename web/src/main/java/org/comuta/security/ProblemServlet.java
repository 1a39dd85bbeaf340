package org.comuta.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.comuta.rest.ApiProblem;

/**
 * The error page of what was refused before it reached anybody: a problem as RFC 9457 says. People
 * who were refused a page have one of their own.
 */
@WebServlet("/problem")
public class ProblemServlet extends HttpServlet {
  /** Attribute of the request with the JSON of the problem. */
  static final String PROBLEM = ProblemServlet.class.getName();

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getAttribute(PROBLEM) instanceof String problem) {
      response.setContentType(ApiProblem.MEDIA_TYPE);
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      response.getWriter().write(problem);
    } else if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN) {
      request.getRequestDispatcher("/forbidden.xhtml").forward(request, response);
    } else if (response.getStatus() == HttpServletResponse.SC_OK) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
