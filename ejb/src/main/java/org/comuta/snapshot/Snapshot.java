package org.comuta.snapshot;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comuta.emergency.EmergencyNumbers;
import org.comuta.interfaces.Interfaces;
import org.comuta.intrusion.IntrusionRules;
import org.comuta.nap.NapTable;
import org.comuta.routing.RouteTable;

/**
 * The whole configuration as calls see it: compiled, immutable, read without a lock.
 *
 * @param revision the revision it was compiled from; 0 before anything was applied
 * @param interfaces the named interfaces in use
 * @param emergencies what tells a call for help from others
 * @param intrusions when addresses that send SIP are blocked
 * @param objects all configuration objects by their type, in order of their names
 */
public record Snapshot(
    long revision,
    NapTable naps,
    RouteTable routes,
    Interfaces interfaces,
    EmergencyNumbers emergencies,
    IntrusionRules intrusions,
    Map<Class<?>, List<?>> objects) {

  public Snapshot {
    objects = Map.copyOf(objects);
  }

  /** A snapshot of NAPs and routes only. */
  public Snapshot(long revision, NapTable naps, RouteTable routes) {
    this(
        revision,
        naps,
        routes,
        Interfaces.NONE,
        EmergencyNumbers.NONE,
        IntrusionRules.NONE,
        Map.of());
  }

  /** A snapshot of NAPs and routes only. */
  public static Snapshot of(long revision, NapTable naps, RouteTable routes) {
    return new Snapshot(revision, naps, routes);
  }

  /** The snapshot before anything was applied. */
  public static Snapshot empty() {
    NapTable naps = new NapTable(List.of());
    return new Snapshot(0, naps, new RouteTable(List.of(), naps));
  }

  /** All objects of this type, in order of their names. */
  @SuppressWarnings("unchecked") // the compiler of snapshots files each list under its type
  public <T> List<T> objects(Class<T> type) {
    Collection<?> found = Objects.requireNonNullElse(objects.get(type), List.of());
    return (List<T>) found;
  }
}
