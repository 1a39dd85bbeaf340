package org.comuta.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.ConfigurationStatus;
import org.comuta.edge.MediaControl;
import org.comuta.edge.SipEdge;
import org.comuta.exchange.Exchange;
import org.comuta.interfaces.SipPort;
import org.comuta.monitoring.HealthReport.Check;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must be true for the server to live, and to take calls. Any thread. */
@ApplicationScoped
public class HealthChecks {
  private static final Logger LOG = LoggerFactory.getLogger(HealthChecks.class);

  @Inject private Exchange exchange;
  @Inject private ConfigurationBean configuration;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public HealthChecks() {}

  /** Alive: it answers, so a restart would help nobody. */
  HealthReport live() {
    return new HealthReport(List.of(new Check("server", true, Map.of())));
  }

  /** Ready to take calls. */
  HealthReport ready() {
    return new HealthReport(List.of(database(), snapshot(), journal(), media(), sip()));
  }

  HealthReport all() {
    return new HealthReport(
        List.of(
            new Check("server", true, Map.of()),
            database(),
            snapshot(),
            journal(),
            media(),
            sip()));
  }

  /** Answers only with the tables of this version. */
  private Check database() {
    try {
      ConfigurationStatus status = configuration.status();
      return new Check(
          "database", true, Map.of("latestRevision", String.valueOf(status.latestRevision())));
    } catch (RuntimeException unreachable) {
      LOG.warn("The database does not answer: {}", unreachable.toString());
      return new Check("database", false, Map.of());
    }
  }

  private Check snapshot() {
    long revision = exchange.configuration().current().revision();
    return new Check("configuration", true, Map.of("revision", String.valueOf(revision)));
  }

  private Check journal() {
    return new Check("journal", exchange.calls().ledger().accepting(), Map.of());
  }

  /** Without an engine the server lives, but calls whose media it should pass would fail. */
  private Check media() {
    Optional<MediaControl> media = exchange.edges().media();
    if (media.isEmpty()) {
      return new Check("media", true, Map.of("deployed", "false"));
    }
    return MediaLook.at(media.get())
        .map(figures -> new Check("media", true, Map.of("calls", String.valueOf(figures.calls()))))
        .orElseGet(() -> new Check("media", false, Map.of()));
  }

  /** A server without the SIP part deployed lacks nothing; one with it must listen. */
  private Check sip() {
    Optional<SipEdge> edge = exchange.edges().sip();
    if (edge.isEmpty()) {
      return new Check("sip", true, Map.of("deployed", "false"));
    }
    List<SipPort> points = edge.get().listeningPoints();
    String shown =
        String.join(
            ", ",
            points.stream()
                .map(point -> point.transport() + " " + point.address() + " " + point.port())
                .toList());
    return new Check("sip", !points.isEmpty(), Map.of("listening", shown));
  }
}
