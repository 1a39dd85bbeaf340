package org.comuta.intrusion;

import java.net.InetAddress;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules that are enabled, and the addresses that they spare. Immutable; any thread. */
public final class IntrusionRules {
  /** Nobody is watched. */
  public static final IntrusionRules NONE = of(List.of(), Set.of());

  private final Map<Detection, List<IntrusionRule>> byDetection;
  private final Set<String> names;
  private final Set<InetAddress> neighbours;

  private IntrusionRules(
      Map<Detection, List<IntrusionRule>> byDetection,
      Set<String> names,
      Set<InetAddress> neighbours) {
    this.byDetection = byDetection;
    this.names = names;
    this.neighbours = neighbours;
  }

  /**
   * Those of these rules that are enabled.
   *
   * @param neighbours addresses of NAPs
   */
  public static IntrusionRules of(
      Collection<IntrusionRule> all, Collection<InetAddress> neighbours) {
    List<IntrusionRule> enabled = all.stream().filter(IntrusionRule::enabled).toList();
    Map<Detection, List<IntrusionRule>> byDetection = new EnumMap<>(Detection.class);
    for (Detection detection : Detection.values()) {
      byDetection.put(
          detection, enabled.stream().filter(rule -> rule.detection() == detection).toList());
    }
    return new IntrusionRules(
        byDetection,
        enabled.stream().map(IntrusionRule::name).collect(Collectors.toUnmodifiableSet()),
        Set.copyOf(neighbours));
  }

  /** The rules that watch for this. */
  List<IntrusionRule> of(Detection detection) {
    return byDetection.getOrDefault(detection, List.of());
  }

  /** Whether a rule of this name is in force. */
  boolean has(String rule) {
    return names.contains(rule);
  }

  /** Whether this address is never blocked. */
  boolean spares(InetAddress source) {
    return neighbours.contains(source);
  }
}
