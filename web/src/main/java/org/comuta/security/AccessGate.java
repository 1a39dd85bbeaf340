package org.comuta.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
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
  private static final List<String> API = List.of("/api", "/soap", "/events", "/openapi");

  @Inject private Entrance entrance;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public AccessGate() {}

  /** Whether the request is turned away; what it is told is kept for the error page then. */
  boolean turnsAway(HttpServletRequest request, HttpServletResponse response) {
    return switch (look(request).get()) {
      case LET_IN -> false;
      case SOURCE_REFUSED ->
          refuse(request, response, "access", "The access lists do not let your address in.");
      case NOT_OFFERED ->
          refuse(request, response, "interface", "This service is not offered at this address.");
    };
  }

  /**
   * Says, as often as it is asked, whether the connection of this request would still come in: for
   * those that outlive their request. A refusal is counted. Any thread; never blocks.
   */
  public BooleanSupplier lasting(HttpServletRequest request) {
    Supplier<Verdict> look = look(request);
    return () -> look.get() == Verdict.LET_IN;
  }

  private Supplier<Verdict> look(HttpServletRequest request) {
    Service service = service(request.getServletPath());
    InetAddress source = InetAddress.ofLiteral(withoutZone(request.getRemoteAddr()));
    String ours = request.getLocalAddr();
    return () -> entrance.judge(service, source, ours);
  }

  private static boolean refuse(
      HttpServletRequest request, HttpServletResponse response, String type, String detail) {
    request.setAttribute(
        ProblemServlet.PROBLEM,
        ApiProblem.body(HttpServletResponse.SC_FORBIDDEN, type, "Forbidden", detail)
            .build()
            .toString());
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setHeader("Connection", "close");
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
    return API.stream().anyMatch(folder -> isBelow(path, folder)) ? Service.API : Service.PORTAL;
  }

  private static boolean isBelow(String path, String folder) {
    return path.equals(folder) || path.startsWith(folder + "/");
  }
}
