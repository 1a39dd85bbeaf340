package org.comuta.monitoring;

import java.util.Map;
import org.comuta.call.Calls;
import org.comuta.exchange.Exchange;

/** Metrics of the exchange itself. */
final class ExchangeMetrics {
  private ExchangeMetrics() {}

  static void addTo(Exposition metrics, Exchange exchange) {
    Calls calls = exchange.calls();
    metrics
        .counter("calls_begun_total", "Calls that began, refused ones included.", calls.begun())
        .counter("calls_ended_total", "Calls that ended.", calls.ended())
        .counter("calls_answered_total", "Ended calls that had been answered.", calls.answered())
        .gauge("calls_active", "Calls now, ringing ones included.", calls.live().size())
        .gauge(
            "configuration_revision",
            "Revision of the configuration that calls run on.",
            exchange.configuration().current().revision())
        .gauge(
            "journal_accepting",
            "1 when call records are safe, 0 when new calls are refused for their sake.",
            calls.ledger().accepting() ? 1 : 0);
    counters(metrics, "", exchange.counters().values(), "call control");
    exchange
        .edges()
        .sip()
        .ifPresent(
            edge -> {
              counters(metrics, "sip_", edge.counters(), "the SIP edge");
              metrics.gauge(
                  "sip_listening_points",
                  "Sockets that listen for SIP.",
                  edge.listeningPoints().size());
            });
  }

  private static void counters(
      Exposition metrics, String prefix, Map<String, Long> counters, String whose) {
    counters.forEach(
        (name, value) ->
            metrics.counter(
                prefix + name + "_total",
                "Counter " + name + " of " + whose + " since the start.",
                value));
  }
}
