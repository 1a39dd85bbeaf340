package org.comuta.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Asks for a code only who has given the right password a moment ago. */
@WebFilter("/sign-in-code.xhtml")
public class CodePageFilter extends HttpFilter {
  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (HalfSignedIn.of(request) == null) {
      response.sendRedirect(request.getContextPath() + "/sign-in.xhtml");
    } else {
      chain.doFilter(request, response);
    }
  }
}
