package org.comuta.portal;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comuta.portal.personal.PersonalSettings;
import org.comuta.preference.Preferences;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the language chosen by {@code ?language=}, in a cookie and among the preferences of who is
 * signed in, and shows the same page again.
 */
@WebFilter("*.xhtml")
public class LanguageFilter extends HttpFilter {
  private static final int KEPT_SECONDS = (int) Duration.ofDays(365).toSeconds();

  @Inject private transient PersonalSettings personal;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public LanguageFilter() {}

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String tag = request.getMethod().equals("GET") ? request.getParameter(Language.CHOICE) : null;
    if (tag == null || Language.of(tag).isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    if (personal.isSomebody()) {
      Preferences now = personal.preferences();
      personal.choose(new Preferences(tag, now.timeZone(), now.theme()));
    }
    response.addCookie(cookie(tag));
    response.sendRedirect(request.getRequestURI() + rest(request.getQueryString()));
  }

  /** The cookie of this choice. */
  public static Cookie cookie(String tag) {
    Cookie cookie = new Cookie(Language.CHOICE, tag);
    cookie.setPath("/");
    cookie.setMaxAge(KEPT_SECONDS);
    cookie.setHttpOnly(true);
    return cookie;
  }

  /** The other parameters, which say what the page shows. */
  static String rest(@Nullable String query) {
    String rest =
        query == null
            ? ""
            : Stream.of(query.split("&", -1))
                .filter(one -> !one.startsWith(Language.CHOICE + "="))
                .collect(Collectors.joining("&"));
    return rest.isEmpty() ? "" : "?" + rest;
  }
}
