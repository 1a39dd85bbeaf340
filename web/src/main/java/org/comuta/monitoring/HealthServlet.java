package org.comuta.monitoring;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comuta.exchange.Exchange;

/**
 * Health at {@code /health}, {@code /health/live} and {@code /health/ready}: 200 when up, 503 when
 * down. At {@code /health/status}, from this machine only, what the launcher reports.
 */
@WebServlet({"/health", "/health/live", "/health/ready", "/health/status"})
public class HealthServlet extends HttpServlet {
  @Inject private transient HealthChecks checks;
  @Inject private transient Exchange exchange;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public HealthServlet() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getServletPath()) {
      case "/health" -> report(response, checks.all());
      case "/health/live" -> report(response, checks.live());
      case "/health/ready" -> report(response, checks.ready());
      default -> status(request, response);
    }
  }

  private void status(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!Loopback.is(request.getRemoteAddr())) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    write(
        response,
        Json.createObjectBuilder()
            .add("revision", exchange.configuration().current().revision())
            .add("activeCalls", exchange.calls().live().size())
            .build());
  }

  private static void report(HttpServletResponse response, HealthReport report) throws IOException {
    response.setStatus(
        report.up() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    write(response, report.toJson());
  }

  private static void write(HttpServletResponse response, JsonObject body) throws IOException {
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(body.toString());
  }
}
