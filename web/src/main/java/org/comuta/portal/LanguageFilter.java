package org.comuta.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** Keeps the language chosen by {@code ?language=} in a cookie and shows the same page again. */
@WebFilter("*.xhtml")
public class LanguageFilter extends HttpFilter {
  private static final int KEPT_SECONDS = (int) Duration.ofDays(365).toSeconds();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String tag = request.getMethod().equals("GET") ? request.getParameter(Language.CHOICE) : null;
    if (tag == null || Language.of(tag).isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    Cookie cookie = new Cookie(Language.CHOICE, tag);
    cookie.setPath("/");
    cookie.setMaxAge(KEPT_SECONDS);
    cookie.setHttpOnly(true);
    response.addCookie(cookie);
    response.sendRedirect(request.getRequestURI());
  }
}
