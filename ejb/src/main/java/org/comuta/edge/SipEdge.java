package org.comuta.edge;

import java.util.List;
import java.util.Map;

/** What the rest of the exchange may ask of the SIP container. Any thread. */
public interface SipEdge {
  /**
   * One socket that listens.
   *
   * @param transport {@code UDP} or {@code TCP}
   */
  record ListeningPoint(String transport, String address, int port) {}

  /** Where SIP is listening now. */
  List<ListeningPoint> listeningPoints();

  /**
   * Counters since the start, by a stable name in snake case, such as {@code messages_received}.
   */
  Map<String, Long> counters();
}
