package org.comuta.sip.callcontrol;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.comuta.edge.SipEdge;
import org.comuta.sip.container.SipStatus;

/** Shows the SIP container to the rest of the exchange. Any thread. */
final class ContainerEdge implements SipEdge {
  private final Supplier<Optional<SipStatus>> status;

  /**
   * @param status what the container does now; empty while it does not run
   */
  ContainerEdge(Supplier<Optional<SipStatus>> status) {
    this.status = status;
  }

  @Override
  public List<ListeningPoint> listeningPoints() {
    return status
        .get()
        .map(
            now ->
                now.listening().stream()
                    .map(
                        at ->
                            new ListeningPoint(
                                at.transport().toUpperCase(Locale.ROOT), at.address(), at.port()))
                    .toList())
        .orElse(List.of());
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
  }

  private static String word(String method) {
    return method.toLowerCase(Locale.ROOT);
  }
}
