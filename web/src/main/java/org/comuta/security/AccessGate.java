package org.comuta.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.comuta.access.AccessLists;
import org.comuta.access.Service;
import org.comuta.rest.ApiProblem;

/**
 * Turns away whom the access lists do not let in, before anybody signs in and whatever is asked
 * for. Any thread.
 */
@ApplicationScoped
public class AccessGate {
  @Inject private AccessLists lists;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AccessGate() {}

  /** Whether the request is turned away; it is answered then. */
  boolean turnsAway(HttpServletRequest request, HttpServletResponse response) {
    InetAddress address = InetAddress.ofLiteral(withoutZone(request.getRemoteAddr()));
    if (lists.permits(service(request.getServletPath()), address)) {
      return false;
    }
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType(ApiProblem.MEDIA_TYPE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Connection", "close");
    try {
      response
          .getWriter()
          .write(
              ApiProblem.body(
                      403, "access", "Forbidden", "The access lists do not let your address in.")
                  .build()
                  .toString());
      response.flushBuffer();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    return true;
  }

  private static String withoutZone(String address) {
    int zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }

  /** What a path belongs to; whatever is of nobody else is of the portal. */
  static Service service(String path) {
    if (path.equals("/metrics") || isBelow(path, "/health")) {
      return Service.METRICS;
    }
    return isBelow(path, "/api") || isBelow(path, "/soap") || isBelow(path, "/events")
        ? Service.API
        : Service.PORTAL;
  }

  private static boolean isBelow(String path, String folder) {
    return path.equals(folder) || path.startsWith(folder + "/");
  }
}
