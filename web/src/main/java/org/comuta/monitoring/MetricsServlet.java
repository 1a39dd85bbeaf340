package org.comuta.monitoring;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comuta.cdr.RecordsBean;
import org.comuta.exchange.Exchange;
import org.comuta.identity.Right;
import org.comuta.statistics.NapStates;
import org.comuta.statistics.Statistics;

/** Metrics at {@code /metrics}; open on this machine only, else for those with a token. */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {
  @Inject private transient Exchange exchange;
  @Inject private transient RecordsBean records;
  @Inject private transient Statistics statistics;
  @Inject private transient NapStates naps;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public MetricsServlet() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!Loopback.serverIsLocal() && request.getUserPrincipal() == null) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"comuta\"");
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    if (!Loopback.serverIsLocal() && !request.isUserInRole(Right.SEE_MONITORING.name())) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    Exposition metrics = new Exposition();
    ExchangeMetrics.addTo(metrics, exchange, records.status());
    StatisticsMetrics.addTo(metrics, statistics, naps);
    JvmMetrics.addTo(metrics);
    response.setContentType(Exposition.MEDIA_TYPE);
    response.getWriter().write(metrics.toString());
  }
}
