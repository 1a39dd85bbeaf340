package org.comuta.portal.provider;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.comuta.identity.provider.PendingSignIn;

/**
 * What the browser keeps while somebody signs in at a provider, sealed. It comes back with the
 * answer of another site ({@code SameSite=Lax}), and only to where that answer is expected.
 */
final class PendingCookie {
  private static final String NAME = "COMUTASIGNIN";
  private static final String PATH = "/sign-in/callback/";

  private PendingCookie() {}

  static void set(HttpServletRequest request, HttpServletResponse response, String sealed) {
    String value =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(sealed.getBytes(StandardCharsets.US_ASCII));
    response.addCookie(cookie(request, value, PendingSignIn.SECONDS));
  }

  static void remove(HttpServletRequest request, HttpServletResponse response) {
    response.addCookie(cookie(request, "", 0));
  }

  private static Cookie cookie(HttpServletRequest request, String value, int seconds) {
    Cookie cookie = new Cookie(NAME, value);
    cookie.setPath(request.getContextPath() + PATH);
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setMaxAge(seconds);
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }

  /** What the browser has; empty for nothing. */
  static String of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(NAME)) {
          return decoded(cookie.getValue());
        }
      }
    }
    return "";
  }

  private static String decoded(String value) {
    try {
      return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException notOurs) {
      return "";
    }
  }
}
