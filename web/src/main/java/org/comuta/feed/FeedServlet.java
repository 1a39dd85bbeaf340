package org.comuta.feed;

import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.comuta.account.Standing;
import org.comuta.description.Json;
import org.comuta.description.Problem;
import org.comuta.event.EventFilter;
import org.comuta.event.EventHub;
import org.comuta.event.EventType;
import org.comuta.rest.ApiProblem;
import org.comuta.security.AccessGate;

/**
 * Opens the feed of events at {@code /api/v1/events}: looks at rights and query as the API does,
 * tells what is wrong as a problem, and only then makes a WebSocket of the connection.
 */
@WebServlet("/api/v1/events")
public class FeedServlet extends HttpServlet {
  /** Name among the listeners. */
  static final String LISTENER = "websocket";

  private static final int MOST_FEEDS = 500;
  private static final int UPGRADE_REQUIRED = 426;

  @Inject private transient EventHub events;
  @Inject private transient AccessGate gate;

  private final transient Semaphore places = new Semaphore(MOST_FEEDS);

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public FeedServlet() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Standing standing = Standing.of(request);
    Set<EventType> visible = FeedRights.visible(standing.rights());
    if (visible.isEmpty()) {
      refuse(response, 403, "forbidden", "Forbidden", "This needs the right SEE_MONITORING.");
      return;
    }
    FeedQuery query = FeedQuery.of(request.getParameterMap());
    if (!query.problems().isEmpty()) {
      refuse(response, query.problems());
      return;
    }
    Set<EventType> types = EnumSet.noneOf(EventType.class);
    types.addAll(visible);
    types.retainAll(query.filter().types());
    if (types.isEmpty()) {
      refuse(response, 403, "forbidden", "Forbidden", "Your rights do not include such events.");
      return;
    }
    if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      response.setHeader("Upgrade", "websocket");
      response.setHeader("Connection", "Upgrade");
      refuse(
          response,
          UPGRADE_REQUIRED,
          "upgrade-required",
          "Upgrade required",
          "Events are told by WebSocket.");
      return;
    }
    EventFilter filter = new EventFilter(types, query.filter().naps(), query.filter().callId());
    open(request, response, filter, standing);
  }

  private void open(
      HttpServletRequest request,
      HttpServletResponse response,
      EventFilter filter,
      Standing standing)
      throws IOException, ServletException {
    if (!places.tryAcquire()) {
      refuse(response, 503, "busy", "Service unavailable", "There are too many feeds already.");
      return;
    }
    Feed feed = new Feed(events, filter, gate.lasting(request), standing, places::release);
    ServerEndpointConfig endpoint =
        ServerEndpointConfig.Builder.create(Feed.class, request.getServletPath())
            .configurator(new Given(feed))
            .build();
    boolean opened = false;
    try {
      container(request).upgradeHttpToWebSocket(request, response, endpoint, Map.of());
      opened = true;
    } catch (DeploymentException impossible) {
      throw new ServletException(impossible);
    } finally {
      if (!opened) {
        feed.end();
      }
    }
  }

  private static ServerContainer container(HttpServletRequest request) throws ServletException {
    if (request.getServletContext().getAttribute(ServerContainer.class.getName())
        instanceof ServerContainer container) {
      return container;
    }
    throw new ServletException("This server has no WebSocket");
  }

  /** Gives the one endpoint that was made for this connection. */
  private static final class Given extends ServerEndpointConfig.Configurator {
    private final Feed feed;

    Given(Feed feed) {
      this.feed = feed;
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
      return type.cast(feed);
    }
  }

  private static void refuse(HttpServletResponse response, List<Problem> problems)
      throws IOException {
    JsonArrayBuilder errors = Json.array();
    problems.forEach(
        problem ->
            errors.add(
                Json.object()
                    .add("field", problem.field())
                    .add("code", problem.code())
                    .add("message", problem.message())));
    String detail = problems.getFirst().message();
    write(
        response,
        400,
        ApiProblem.body(400, "query", "Bad request", detail)
            .add("errors", errors)
            .build()
            .toString());
  }

  private static void refuse(
      HttpServletResponse response, int status, String type, String title, String detail)
      throws IOException {
    write(response, status, ApiProblem.body(status, type, title, detail).build().toString());
  }

  private static void write(HttpServletResponse response, int status, String body)
      throws IOException {
    response.setStatus(status);
    response.setContentType(ApiProblem.MEDIA_TYPE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(body);
  }
}
