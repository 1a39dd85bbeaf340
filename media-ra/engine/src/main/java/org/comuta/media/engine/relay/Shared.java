package org.comuta.media.engine.relay;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.comuta.media.MediaException;
import org.comuta.media.engine.source.Address;

/**
 * What the relay threads of an engine have in common: the ports of each address of ours, and how
 * many sockets there may be. Any thread; takes no lock.
 */
public final class Shared {
  private final int firstPort;
  private final int lastPort;
  private final int maximumSockets;
  private final AtomicInteger sockets = new AtomicInteger();
  private final Map<Address, PortPool> pools = new ConcurrentHashMap<>();

  public Shared(int firstPort, int lastPort, int maximumSockets) {
    this.firstPort = firstPort;
    this.lastPort = lastPort;
    this.maximumSockets = maximumSockets;
  }

  PortPool ports(Address address) {
    return pools.computeIfAbsent(address, _ -> new PortPool(firstPort, lastPort));
  }

  /** Counts a socket about to be opened. */
  void claimSocket() {
    if (sockets.incrementAndGet() > maximumSockets) {
      sockets.decrementAndGet();
      throw new MediaException(
          MediaException.Kind.NO_RESOURCES, "all " + maximumSockets + " sockets are in use");
    }
  }

  void releaseSocket() {
    sockets.decrementAndGet();
  }

  public int sockets() {
    return sockets.get();
  }

  /** Ports taken, of all addresses: two a pair. */
  public int portsInUse() {
    int pairs = 0;
    for (PortPool pool : pools.values()) {
      pairs += pool.pairsInUse();
    }
    return 2 * pairs;
  }
}
