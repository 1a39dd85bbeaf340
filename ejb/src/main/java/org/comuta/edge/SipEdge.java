package org.comuta.edge;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.comuta.interfaces.SipPort;

/** What the rest of the exchange may ask of the SIP container. Any thread. */
public interface SipEdge {
  /** Where SIP is listening now, first where the server itself does. */
  List<SipPort> listeningPoints();

  /**
   * Opens ports of named interfaces; those that are open stay so. Waits for the sockets alone.
   *
   * @return why, of each port that cannot be opened; the others are open
   */
  Map<SipPort, String> open(Collection<SipPort> ports);

  /**
   * Says that from this revision on only these ports of named interfaces are wanted. Others close
   * once no call of an earlier revision is left.
   */
  void keep(Collection<SipPort> ports, long revision);

  /** Whether there is more to do at present than can be done, so that new calls are refused. */
  boolean overloaded();

  /**
   * Counters since the start, by a stable name in snake case, such as {@code messages_received}.
   */
  Map<String, Long> counters();
}
