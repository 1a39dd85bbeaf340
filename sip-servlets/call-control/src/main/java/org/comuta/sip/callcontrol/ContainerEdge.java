package org.comuta.sip.callcontrol;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.comuta.edge.SipEdge;
import org.comuta.interfaces.SipPort;
import org.comuta.network.SipTransport;
import org.comuta.sip.container.SipStatus;

/** Shows the SIP container to the rest of the exchange. Any thread. */
final class ContainerEdge implements SipEdge {
  private final Supplier<Optional<SipStatus>> status;
  private final InterfacePorts ports;

  /**
   * @param status what the container does now; empty while it does not run
   */
  ContainerEdge(Supplier<Optional<SipStatus>> status, InterfacePorts ports) {
    this.status = status;
    this.ports = ports;
  }

  @Override
  public Map<SipPort, String> open(Collection<SipPort> wanted) {
    return ports.open(wanted);
  }

  @Override
  public void keep(Collection<SipPort> wanted, long revision) {
    ports.keep(wanted, revision);
  }

  @Override
  public List<SipPort> listeningPoints() {
    return status
        .get()
        .map(
            now ->
                now.listening().stream()
                    .map(
                        at ->
                            new SipPort(
                                at.address(),
                                at.port(),
                                SipTransport.valueOf(at.transport().toUpperCase(Locale.ROOT))))
                    .toList())
        .orElse(List.of());
  }

  @Override
  public boolean overloaded() {
    return status.get().map(SipStatus::overloaded).orElse(false);
  }

  @Override
  public Map<String, Long> counters() {
    Map<String, Long> counters = new TreeMap<>();
    status.get().ifPresent(now -> count(now, counters));
    return counters;
  }

  private static void count(SipStatus now, Map<String, Long> counters) {
    now.requestsReceived()
        .forEach((method, count) -> counters.put("requests_received_" + word(method), count));
    now.requestsSent()
        .forEach((method, count) -> counters.put("requests_sent_" + word(method), count));
    now.responsesReceived()
        .forEach((status, count) -> counters.put("responses_received_" + status, count));
    now.responsesSent().forEach((status, count) -> counters.put("responses_sent_" + status, count));
    counters.put("messages_malformed", now.malformed());
    counters.put("messages_dropped", now.dropped());
    counters.put("messages_blocked", now.blocked());
    counters.put("tls_handshakes_failed", now.handshakesFailed());
  }

  private static String word(String method) {
    return method.toLowerCase(Locale.ROOT);
  }
}
