package org.comuta.rest;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI document, which the build makes of the resources and {@link ApiDescription}: YAML, or
 * JSON for who asks for that. It holds nothing of this server, so nobody has to sign in.
 */
@WebServlet("/openapi")
public class DocumentServlet extends HttpServlet {
  private static final String FOLDER = "/WEB-INF/openapi/";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean json = isJsonAsked(request.getHeader("Accept"), request.getParameter("format"));
    response.setContentType(json ? "application/json" : "application/yaml");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Vary", "Accept");
    String file = FOLDER + (json ? "openapi.json" : "openapi.yaml");
    try (InputStream document = getServletContext().getResourceAsStream(file)) {
      Objects.requireNonNull(document, file).transferTo(response.getOutputStream());
    }
  }

  static boolean isJsonAsked(@Nullable String accept, @Nullable String format) {
    return format == null
        ? accept != null && accept.contains("application/json")
        : format.equalsIgnoreCase("json");
  }
}
