package org.comuta.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.comuta.access.Entrance;
import org.comuta.access.Entrance.Verdict;
import org.comuta.access.Service;
import org.comuta.rest.ApiProblem;

/**
 * Turns away what does not come in, by the access lists or at an address of ours, before anybody
 * signs in and whatever is asked for. Any thread.
 */
@ApplicationScoped
public class AccessGate {
  @Inject private Entrance entrance;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AccessGate() {}

  /** Whether the request is turned away; it is answered then. */
  boolean turnsAway(HttpServletRequest request, HttpServletResponse response) {
    Verdict verdict =
        entrance.judge(
            service(request.getServletPath()),
            InetAddress.ofLiteral(withoutZone(request.getRemoteAddr())),
            request.getLocalAddr());
    return switch (verdict) {
      case LET_IN -> false;
      case SOURCE_REFUSED ->
          refuse(response, "access", "The access lists do not let your address in.");
      case NOT_OFFERED ->
          refuse(response, "interface", "This service is not offered at this address.");
    };
  }

  private static boolean refuse(HttpServletResponse response, String type, String detail) {
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType(ApiProblem.MEDIA_TYPE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Connection", "close");
    try {
      response
          .getWriter()
          .write(ApiProblem.body(403, type, "Forbidden", detail).build().toString());
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
