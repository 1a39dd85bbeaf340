package org.comuta.monitoring;

import java.util.Map;
import org.comuta.call.Calls;
import org.comuta.cdr.CdrStatus;
import org.comuta.exchange.Exchange;

/** Metrics of the exchange itself. */
final class ExchangeMetrics {
  private ExchangeMetrics() {}

  static void addTo(Exposition metrics, Exchange exchange, CdrStatus records) {
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
    records(metrics, records);
    counters(metrics, "", exchange.counters().values(), "call control");
    exchange.edges().media().ifPresent(media -> MediaMetrics.addTo(metrics, media));
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

  private static void records(Exposition metrics, CdrStatus records) {
    metrics
        .counter("cdr_recorded_total", "Calls whose record is in the journal.", records.recorded())
        .counter(
            "cdr_recovered_total",
            "Calls that an earlier process left open, recorded at the start.",
            records.recovered())
        .counter(
            "calls_resumed_total",
            "Answered calls of an earlier process that went on at the start.",
            records.resumed())
        .counter(
            "calls_unkept_total",
            "Answered calls that would not outlive the process, for want of room.",
            records.unkept())
        .counter(
            "calls_refused_for_records_total",
            "New calls refused because no room was left for records.",
            records.refused())
        .gauge("journal_bytes", "Size of the journal's files.", records.journalOctets())
        .gauge("journal_held_entries", "Entries only in memory, for want of room.", records.held());
    for (CdrStatus.Sink sink : records.sinks()) {
      metrics
          .counter(
              "cdr_written_total", "Records written, by sink.", sink.written(), "sink", sink.name())
          .gauge(
              "journal_backlog_bytes",
              "What waits in the journal, by sink.",
              sink.backlogOctets(),
              "sink",
              sink.name())
          .gauge(
              "cdr_sink_failing",
              "1 when the sink refused its last records.",
              sink.failing() ? 1 : 0,
              "sink",
              sink.name())
          .gauge(
              "cdr_sink_oldest_refused_seconds",
              "Age of the oldest record the sink refused.",
              sink.oldestSeconds(),
              "sink",
              sink.name());
    }
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
