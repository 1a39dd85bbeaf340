package org.comuta.configuration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comuta.description.Catalogue;
import org.comuta.description.ObjectKind;
import org.comuta.description.ObjectSet;
import org.comuta.description.Problem;
import org.comuta.description.Rule;
import org.comuta.emergency.EmergencyList;
import org.comuta.emergency.EmergencyNumbers;
import org.comuta.interfaces.Interfaces;
import org.comuta.interfaces.NetworkInterface;
import org.comuta.intrusion.IntrusionRule;
import org.comuta.intrusion.IntrusionRules;
import org.comuta.nap.Nap;
import org.comuta.nap.NapTable;
import org.comuta.network.HostResolver;
import org.comuta.routing.Route;
import org.comuta.routing.RouteTable;
import org.comuta.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Makes the snapshot of a revision: all objects as typed records, host names resolved, routes
 * compiled. May block for a few seconds on the name service. Not safe for use by several threads.
 */
final class SnapshotCompiler {
  private final Catalogue catalogue;
  private final HostResolver resolver;
  private Map<String, List<String>> lastAddresses = Map.of();

  SnapshotCompiler(Catalogue catalogue, HostResolver resolver) {
    this.catalogue = catalogue;
    this.resolver = resolver;
  }

  /** A snapshot and what an administrator should know of it. */
  record Compiled(Snapshot snapshot, List<ObjectProblem> warnings) {}

  /** Compiles objects that were checked before. */
  Compiled compile(long revision, ObjectSet all) {
    Map<Class<?>, List<?>> objects = new HashMap<>();
    for (ObjectKind<?> kind : catalogue.kinds()) {
      Class<?> type = kind.description().type();
      objects.put(type, List.copyOf(all.all(type)));
    }
    return compile(revision, objects, resolve(all.all(Nap.class)));
  }

  /** Asks the name service again; empty when no answer changed. */
  Optional<Snapshot> refresh(Snapshot snapshot) {
    Map<String, List<String>> before = lastAddresses;
    Map<String, List<String>> now = resolve(snapshot.naps().all());
    return now.equals(before)
        ? Optional.empty()
        : Optional.of(compile(snapshot.revision(), snapshot.objects(), now).snapshot());
  }

  private Compiled compile(
      long revision, Map<Class<?>, List<?>> objects, Map<String, List<String>> addresses) {
    Snapshot plain =
        new Snapshot(
            revision,
            new NapTable(List.of()),
            Snapshot.empty().routes(),
            Interfaces.NONE,
            EmergencyNumbers.NONE,
            IntrusionRules.NONE,
            objects);
    NapTable naps = new NapTable(plain.objects(Nap.class), addresses);
    List<Route> routes = plain.objects(Route.class);
    Interfaces interfaces = new Interfaces(plain.objects(NetworkInterface.class));
    EmergencyNumbers emergencies = EmergencyNumbers.of(plain.objects(EmergencyList.class));
    IntrusionRules intrusions =
        IntrusionRules.of(plain.objects(IntrusionRule.class), naps.neighbours());
    Snapshot snapshot =
        new Snapshot(
            revision,
            naps,
            new RouteTable(routes, naps),
            interfaces,
            emergencies,
            intrusions,
            objects);
    return new Compiled(snapshot, warnings(naps, routes));
  }

  // A name service that is down for a while must not take the addresses we knew.
  private Map<String, List<String>> resolve(Collection<Nap> naps) {
    Set<String> names = NapTable.hostNames(naps);
    if (names.isEmpty()) {
      lastAddresses = Map.of();
      return lastAddresses;
    }
    Map<String, List<String>> answers = resolver.resolve(names);
    Map<String, List<String>> addresses = new LinkedHashMap<>();
    for (String name : names) {
      List<String> known = answers.getOrDefault(name, lastAddresses.get(name));
      if (known != null) {
        // Answers come in turning order; only another set of addresses is a change.
        addresses.put(name, known.stream().sorted().toList());
      }
    }
    lastAddresses = addresses;
    return addresses;
  }

  private static List<ObjectProblem> warnings(NapTable naps, List<Route> routes) {
    List<ObjectProblem> warnings = new ArrayList<>();
    naps.warnings()
        .forEach(
            warning -> warnings.add(new ObjectProblem("nap", warning.nap(), warning.problem())));
    for (Route route : routes) {
      if (route.enabled()) {
        inactive(route, "originNap", naps.find(route.originNap()), warnings);
        inactive(route, "destinationNap", naps.find(route.destinationNap()), warnings);
      }
    }
    return warnings;
  }

  private static void inactive(
      Route route, String field, @Nullable Nap nap, List<ObjectProblem> warnings) {
    if (nap != null && !nap.enabled()) {
      String message = "The route takes no calls: its NAP " + nap.name() + " is disabled.";
      warnings.add(
          new ObjectProblem(
              "route",
              route.name(),
              new Problem(field, "warning", message).by(Rule.ROUTE_NAP_DISABLED, nap.name())));
    }
  }
}
