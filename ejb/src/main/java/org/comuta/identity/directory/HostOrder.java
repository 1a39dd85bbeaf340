package org.comuta.identity.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * In which order the hosts of a directory are asked: as they are written, but one that did not
 * answer a moment ago comes last. Any thread.
 */
final class HostOrder {
  private static final Duration LAST_FOR = Duration.ofMinutes(1);

  private final Map<String, Instant> failed = new ConcurrentHashMap<>();
  private final Clock clock;

  HostOrder(Clock clock) {
    this.clock = clock;
  }

  List<String> of(List<String> hosts) {
    Instant since = clock.instant().minus(LAST_FOR);
    failed.values().removeIf(at -> at.isBefore(since));
    List<String> order = new ArrayList<>(hosts);
    order.removeIf(failed::containsKey);
    hosts.stream().filter(host -> !order.contains(host)).forEach(order::add);
    return order;
  }

  void failed(String host) {
    failed.put(host, clock.instant());
  }

  void answered(String host) {
    failed.remove(host);
  }
}
