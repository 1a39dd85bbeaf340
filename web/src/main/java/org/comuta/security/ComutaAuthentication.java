package org.comuta.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.comuta.account.Dues;
import org.comuta.account.PeerAddress;
import org.comuta.account.Standing;
import org.comuta.account.TerminalSessions;
import org.comuta.account.WayIn;
import org.comuta.configuration.Way;
import org.comuta.database.DatabaseTrouble;
import org.comuta.identity.IdentityBean;
import org.comuta.identity.Right;
import org.comuta.identity.SessionBean;
import org.comuta.identity.SignIn;
import org.comuta.rest.ApiProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out who sends a request. Programs (API, metrics) send a password or a token with each
 * request and never a cookie, so no other site can act for them; people have a session, which ends
 * when their user changes. Any thread.
 */
@ApplicationScoped
public class ComutaAuthentication implements HttpAuthenticationMechanism {
  /** Where pages ask what they show live, which no person does. */
  public static final String LIVE_PATH = "/portal/live";

  private static final String CHALLENGE = "Basic realm=\"comuta\", charset=\"UTF-8\"";
  private static final String SIGN_IN_PAGE = "/sign-in.xhtml";

  private static final Logger LOG = LoggerFactory.getLogger(ComutaAuthentication.class);

  /** Last word of the identity of what makes a page refresh itself. */
  private static final String SELF_REFRESH = "selfRefresh";

  /** A browser's session outlives ours a little, which is the one that says when it ends. */
  private static final long SESSION_MARGIN_SECONDS = 60;

  @Inject private IdentityBean identity;
  @Inject private SessionBean sessions;
  @Inject private AccessGate gate;
  @Inject private TerminalSessions terminals;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public ComutaAuthentication() {}

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    if (gate.turnsAway(request, response)) {
      return AuthenticationStatus.SEND_FAILURE;
    }
    return isForPrograms(request)
        ? byHeader(request, response, context)
        : bySession(request, response, context);
  }

  private static boolean isForPrograms(HttpServletRequest request) {
    String path = request.getServletPath();
    return path.startsWith("/api/") || path.equals("/api") || path.equals("/metrics");
  }

  private AuthenticationStatus byHeader(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    String header = request.getHeader("Authorization");
    if (header == null) {
      return context.isProtected() ? unauthorized(request, response) : context.doNothing();
    }
    SignIn result;
    Authorization authorization = Authorization.parse(header);
    String address = request.getRemoteAddr();
    Standing.say(request, () -> rights(authorization, address));
    try {
      result = verify(authorization, request);
    } catch (RuntimeException failure) {
      if (DatabaseTrouble.isBehind(failure)) {
        LOG.warn("A sign-in found no database: {}", failure.toString());
        return unavailable(request, response, "The database is away; try again later.");
      }
      throw failure;
    }
    return switch (result) {
      case SignIn.Accepted accepted -> login(accepted, request, context);
      case SignIn.CodeNeeded ignored ->
          refuse(
              request,
              response,
              401,
              "second-factor",
              "Unauthorized",
              "This user has a second factor, so a program needs a token of the user.");
      case SignIn.Refused ignored -> unauthorized(request, response);
      case SignIn.Locked locked -> locked(request, response, locked.until());
      case SignIn.Busy ignored -> unavailable(request, response, "Too many sign-ins; try again.");
      case SignIn.DirectoryAway ignored ->
          refuse(
              request,
              response,
              503,
              "directory-away",
              "Service unavailable",
              ApiProblem.DIRECTORY_AWAY);
    };
  }

  /** What these credentials are good for now. */
  private Set<Right> rights(Authorization authorization, String address) {
    return verify(authorization, address) instanceof SignIn.Accepted accepted
        ? accepted.granted()
        : Set.of();
  }

  private SignIn verify(Authorization authorization, HttpServletRequest request) {
    return authorization instanceof Authorization.Terminal terminal
        ? byTerminal(terminal.secret(), request)
        : verify(authorization, request.getRemoteAddr());
  }

  private SignIn verify(Authorization authorization, String address) {
    return switch (authorization) {
      case Authorization.Basic basic -> identity.verify(basic.name(), basic.password(), address);
      case Authorization.Bearer bearer -> identity.verifyToken(bearer.secret(), address);
      case Authorization.Terminal ignored -> new SignIn.Refused();
      case Authorization.Unusable ignored -> new SignIn.Refused();
    };
  }

  /** The command line asks for somebody who signed in over SSH and is elsewhere. */
  private SignIn byTerminal(String secret, HttpServletRequest request) {
    TerminalSessions.Terminal terminal = terminals.find(secret);
    SignIn.Accepted accepted =
        terminal == null
            ? null
            : sessions.find(
                terminal.id(), request.getHeader(TerminalSessions.SELF_REFRESH) == null);
    if (terminal == null || accepted == null) {
      return new SignIn.Refused();
    }
    PeerAddress.say(request, terminal.address());
    Way way = terminal.way();
    if (way != null) {
      WayIn.say(request, way);
    }
    return accepted;
  }

  private AuthenticationStatus bySession(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(SignedIn.ATTRIBUTE) instanceof SignedIn signedIn) {
      SignIn.Accepted accepted = sessions.find(signedIn.sessionId(), !refreshesItself(request));
      if (accepted != null) {
        session.setMaxInactiveInterval((int) (sessions.idleTimeout() + SESSION_MARGIN_SECONDS));
        return login(accepted, request, context);
      }
      session.invalidate();
    }
    return context.isProtected() ? toSignInPage(request, response) : context.doNothing();
  }

  private static boolean refreshesItself(HttpServletRequest request) {
    if (request.getServletPath().startsWith(LIVE_PATH)) {
      return true;
    }
    String source = request.getParameter("jakarta.faces.source");
    return source != null && source.endsWith(":" + SELF_REFRESH);
  }

  /** The container's roles are our rights, and the role for those who show it. */
  private static AuthenticationStatus login(
      SignIn.Accepted accepted, HttpServletRequest request, HttpMessageContext context) {
    Dues.say(request, accepted.due());
    Set<String> words = new HashSet<>();
    words.add(accepted.user().role().name());
    accepted.granted().forEach(right -> words.add(right.name()));
    return context.notifyContainerAboutLogin(accepted.user().name(), words);
  }

  private static AuthenticationStatus unauthorized(
      HttpServletRequest request, HttpServletResponse response) {
    response.addHeader("WWW-Authenticate", CHALLENGE);
    response.addHeader("WWW-Authenticate", "Bearer realm=\"comuta\"");
    return refuse(
        request,
        response,
        401,
        "unauthorized",
        "Unauthorized",
        "A valid user name and password, or a valid bearer token, is needed.");
  }

  private static AuthenticationStatus unavailable(
      HttpServletRequest request, HttpServletResponse response, String detail) {
    return refuse(request, response, 503, "busy", "Service unavailable", detail);
  }

  private static AuthenticationStatus locked(
      HttpServletRequest request, HttpServletResponse response, Instant until) {
    long seconds = Math.max(1, Duration.between(Instant.now(), until).toSeconds() + 1);
    response.setHeader("Retry-After", String.valueOf(seconds));
    return refuse(
        request,
        response,
        429,
        "locked",
        "Too many requests",
        "Too many wrong passwords for this user or from this address; try again in "
            + seconds
            + " seconds.");
  }

  /** The server makes its error page of the status, which is the problem kept here. */
  private static AuthenticationStatus refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String type,
      String title,
      String detail) {
    request.setAttribute(
        ProblemServlet.PROBLEM, ApiProblem.body(status, type, title, detail).build().toString());
    response.setStatus(status);
    return AuthenticationStatus.SEND_FAILURE;
  }

  /** A page that refreshes itself cannot follow a redirect by itself: Faces has its own answer. */
  private static AuthenticationStatus toSignInPage(
      HttpServletRequest request, HttpServletResponse response) {
    String page = request.getContextPath() + SIGN_IN_PAGE;
    if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      response.setStatus(200);
      response.setContentType("text/xml");
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      try {
        response
            .getWriter()
            .write(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                    + page
                    + "\"></redirect></partial-response>");
        response.flushBuffer();
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    } else {
      response.setStatus(302);
      response.setHeader("Location", page);
    }
    return AuthenticationStatus.SEND_CONTINUE;
  }
}
