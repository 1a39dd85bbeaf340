package org.comuta.live;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.comuta.identity.Right;
import org.comuta.security.AccessGate;
import org.comuta.security.SignedIn;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who opens a socket: somebody signed in to the portal, from a page of this server. For
 * all others nothing is noted, and the socket is closed.
 */
public class LiveHandshake extends ServerEndpointConfig.Configurator {
  private static final String WHO = LiveHandshake.class.getName();

  /**
   * Who it is.
   *
   * @param sessionId identity of the session of the portal
   * @param letIn whether the socket would still come in
   */
  record Who(String sessionId, Set<Right> rights, BooleanSupplier letIn) {}

  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    if (request.getHttpSession() instanceof HttpSession session
        && session.getAttribute(SignedIn.ATTRIBUTE) instanceof SignedIn signedIn
        && isOfThisServer(request.getHeaders())) {
      Set<Right> rights = EnumSet.noneOf(Right.class);
      for (Right right : Right.values()) {
        if (request.isUserInRole(right.name())) {
          rights.add(right);
        }
      }
      config.getUserProperties().put(WHO, new Who(signedIn.sessionId(), rights, letIn()));
    }
  }

  /** Asked in the request that opens the socket, which alone knows where it comes from. */
  private static BooleanSupplier letIn() {
    CDI<Object> beans = CDI.current();
    return beans
        .select(AccessGate.class)
        .get()
        .lasting(beans.select(HttpServletRequest.class).get());
  }

  /** Who opened a socket; null when nobody may. */
  static @Nullable Who who(Map<String, Object> properties) {
    return properties.get(WHO) instanceof Who who ? who : null;
  }

  /** A browser says which page opens a socket (RFC 6455, 10.2); it must be one of ours. */
  static boolean isOfThisServer(Map<String, List<String>> headers) {
    String origin = header(headers, "Origin");
    String host = header(headers, "Host");
    if (origin.isEmpty() || host.isEmpty()) {
      return false;
    }
    try {
      return host.equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException broken) {
      return false;
    }
  }

  private static String header(Map<String, List<String>> headers, String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .flatMap(header -> header.getValue().stream())
        .findFirst()
        .orElse("");
  }
}
