package org.comuta.monitoring;

import java.util.Optional;
import org.comuta.edge.MediaControl;
import org.comuta.media.EngineFigures;

/** Metrics of the media engine, its counters since the start of its own process. */
final class MediaMetrics {
  private static final double NANOS_A_SECOND = 1e9;

  private MediaMetrics() {}

  static void addTo(Exposition metrics, MediaControl media) {
    Optional<EngineFigures> answer = MediaLook.at(media);
    metrics.gauge(
        "media_up", "1 when the media engine answers, else 0.", answer.isPresent() ? 1 : 0);
    answer.ifPresent(figures -> add(metrics, figures));
  }

  private static void add(Exposition metrics, EngineFigures figures) {
    metrics
        .gauge("media_calls", "Calls whose media the engine holds.", figures.calls())
        .gauge(
            "media_ports_in_use",
            "UDP ports in use of the range of which most is taken.",
            figures.portsInUse())
        .gauge("media_ports", "UDP ports that this range has.", figures.portsOfRange())
        .counter(
            "media_packets_received_total", "Packets of calls taken.", figures.packetsReceived())
        .counter("media_packets_sent_total", "Packets of calls passed on.", figures.packetsSent())
        .counter(
            "media_strangers_dropped_total",
            "Packets from somebody else than the side of the call.",
            figures.strangersDropped())
        .counter(
            "media_malformed_dropped_total",
            "Packets that were not what their line carries.",
            figures.malformedDropped())
        .counter(
            "media_cpu_seconds_total",
            "Processor time of the engine.",
            figures.processorTime().toNanos() / NANOS_A_SECOND);
  }
}
