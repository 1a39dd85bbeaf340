package org.comuta.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.comuta.nap.Nap;
import org.comuta.nap.NapTable;

/** All routes of a snapshot, compiled. Immutable; a decision takes no lock. */
public final class RouteTable {
  private final List<Route> routes;
  private final NapTable naps;

  public RouteTable(Collection<Route> routes, NapTable naps) {
    this.routes =
        routes.stream()
            .sorted(Comparator.comparingInt(Route::priority).thenComparing(Route::name))
            .toList();
    this.naps = naps;
  }

  /** Where this call may go. The same for live calls, explain and simulation. */
  public Decision decide(CallRequest request) {
    List<Candidate> candidates = new ArrayList<>();
    for (Route route : routes) {
      Nap destination = naps.find(route.destinationNap());
      if (route.originNap().equals(request.originNap()) && destination != null) {
        candidates.add(
            new Candidate(route, destination, request.callingNumber(), request.calledNumber()));
      }
    }
    return new Decision(candidates, List.of());
  }
}
