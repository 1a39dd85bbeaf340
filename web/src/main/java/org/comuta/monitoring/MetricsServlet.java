package org.comuta.monitoring;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.comuta.access.AccessLists;
import org.comuta.access.Entrance;
import org.comuta.access.Service;
import org.comuta.alarm.Alarms;
import org.comuta.backup.SchedulerBean;
import org.comuta.cdr.RecordsBean;
import org.comuta.certificate.CertificateBean;
import org.comuta.certificate.CertificateDetails;
import org.comuta.certificate.OwnCertificate;
import org.comuta.event.EventHub;
import org.comuta.exchange.Exchange;
import org.comuta.identity.Right;
import org.comuta.mail.MailBean;
import org.comuta.statistics.NapStates;
import org.comuta.statistics.Statistics;
import org.comuta.webhook.WebhooksBean;

/** Metrics at {@code /metrics}; open on this machine only, else for those with a token. */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {
  @Inject private transient Exchange exchange;
  @Inject private transient RecordsBean records;
  @Inject private transient EventHub events;
  @Inject private transient Alarms alarms;
  @Inject private transient AccessLists access;
  @Inject private transient Entrance entrance;
  @Inject private transient CertificateBean certificates;
  @Inject private transient SchedulerBean scheduler;
  @Inject private transient MailBean mail;
  @Inject private transient WebhooksBean webhooks;
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
    if (request.getUserPrincipal() != null && !request.isUserInRole(Right.SEE_MONITORING.name())) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    Exposition metrics = new Exposition();
    ExchangeMetrics.addTo(metrics, exchange, records.status());
    EventMetrics.addTo(metrics, events, alarms);
    refusals(
        metrics,
        "access_refused_total",
        "Requests and connections that the access lists refused.",
        access.refused().totals());
    refusals(
        metrics,
        "interface_refused_total",
        "Requests and connections to an address of ours that does not offer the service.",
        entrance.notOffered());
    for (OwnCertificate one : certificates.latest()) {
      CertificateDetails details = one.certificate();
      if (details != null) {
        metrics.gauge(
            "certificate_expiry_timestamp_seconds",
            "When a certificate of ours ends.",
            details.validUntil().getEpochSecond(),
            "certificate",
            one.name());
      }
    }
    WebhookMetrics.addTo(metrics, webhooks.counts());
    MailMetrics.addTo(metrics, mail.counts());
    BackupMetrics.addTo(metrics, scheduler);
    StatisticsMetrics.addTo(metrics, statistics, naps);
    ClockMetrics.addTo(metrics);
    JvmMetrics.addTo(metrics);
    response.setContentType(Exposition.MEDIA_TYPE);
    response.getWriter().write(metrics.toString());
  }

  private static void refusals(
      Exposition metrics, String name, String help, Map<Service, Long> totals) {
    totals.forEach(
        (service, refused) ->
            metrics.counter(
                name, help, refused, "service", service.name().toLowerCase(Locale.ROOT)));
  }
}
