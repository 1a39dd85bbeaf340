package org.comuta.media.engine.relay;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.comuta.media.MediaException;
import org.comuta.media.PortRange;
import org.comuta.media.engine.source.Address;

/**
 * What the relay threads of an engine have in common: the ports of each address of ours, and how
 * many sockets there may be. Any thread; takes no lock.
 */
public final class Shared {
  private final PortRange own;
  private final int maximumSockets;
  private final AtomicInteger sockets = new AtomicInteger();
  private final Map<Address, PortPool> pools = new ConcurrentHashMap<>();

  /**
   * @param own the engine's own range of ports
   */
  public Shared(PortRange own, int maximumSockets) {
    this.own = own;
    this.maximumSockets = maximumSockets;
  }

  PortPool ports(Address address) {
    return pools.computeIfAbsent(address, _ -> new PortPool());
  }

  /** The range that is meant. */
  PortRange range(PortRange asked) {
    return asked.isEngines() ? own : asked;
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

  /** Ports taken, of all addresses and ranges: two a pair. */
  public int portsInUse() {
    int pairs = 0;
    for (PortPool pool : pools.values()) {
      pairs += pool.pairsInUse();
    }
    return 2 * pairs;
  }

  /** Of the range, at the address, of which the greatest part is taken. */
  public PortUse fullestRange() {
    PortUse fullest = new PortUse(0, own.count());
    for (PortPool pool : pools.values()) {
      for (PortRange range : pool.ranges()) {
        PortUse use = new PortUse(2 * pool.pairsInUse(range), range.count());
        if (use.isMoreThan(fullest)) {
          fullest = use;
        }
      }
    }
    return fullest;
  }
}
