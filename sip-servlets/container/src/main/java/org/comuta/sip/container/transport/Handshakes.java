package org.comuta.sip.container.transport;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * How many strangers may be about to secure their connections, altogether and of one address: each
 * costs computing time and memory before anybody knows who it is. Any thread.
 */
final class Handshakes {

  private final int limit;
  private final int limitOfOne;
  private final Map<InetAddress, Integer> ofEach = new HashMap<>();
  private int all;

  Handshakes(int limit, int limitOfOne) {
    this.limit = limit;
    this.limitOfOne = limitOfOne;
  }

  /** Whether one more may begin; then {@link #end} has to follow. */
  synchronized boolean begin(InetAddress peer) {
    int before = ofEach.getOrDefault(peer, 0);
    if (all >= limit || before >= limitOfOne) {
      return false;
    }
    all++;
    ofEach.put(peer, before + 1);
    return true;
  }

  synchronized void end(InetAddress peer) {
    all--;
    ofEach.computeIfPresent(peer, (_, count) -> count == 1 ? null : count - 1);
  }
}
