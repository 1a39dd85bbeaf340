package org.comuta.portal.provider;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A page that goes on to another by itself. A redirect would not do: our cookie is not sent with
 * one that another site began, and a form may not be redirected to another site.
 */
final class OnwardPage {
  private static final String POLICY =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private OnwardPage() {}

  static void write(HttpServletResponse response, String address) throws IOException {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/html");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    String escaped = escaped(address);
    response
        .getWriter()
        .write(
            "<!DOCTYPE html><html><head><meta name=\"color-scheme\" content=\"light dark\">"
                + "<meta http-equiv=\"refresh\" content=\"0;url="
                + escaped
                + "\"><title>Comuta</title></head><body><a href=\""
                + escaped
                + "\">Comuta</a></body></html>");
  }

  private static String escaped(String address) {
    return address
        .replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
