package org.comuta.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comuta.nap.NapTable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All routes of a snapshot, compiled. Immutable; a decision takes no lock. */
public final class RouteTable {
  private static final Logger LOG = LoggerFactory.getLogger(RouteTable.class);
  private static final int FEW = 32;

  /** The routes of one origin NAP in the order they are looked at. */
  private record Origin(List<CompiledRoute> routes, @Nullable PrefixIndex index) {}

  private final Map<String, Origin> byOrigin = new HashMap<>();

  public RouteTable(Collection<Route> routes, NapTable naps) {
    this(routes, naps, FEW);
  }

  /** As the other, with an index for origins of more routes than {@code few}. */
  RouteTable(Collection<Route> routes, NapTable naps, int few) {
    Map<String, List<CompiledRoute>> sorted = new HashMap<>();
    routes.stream()
        .sorted(Comparator.comparingInt(Route::priority).thenComparing(Route::name))
        .forEach(
            route ->
                sorted
                    .computeIfAbsent(route.originNap(), ignored -> new ArrayList<>())
                    .add(new CompiledRoute(route, naps)));
    sorted.forEach(
        (origin, compiled) ->
            byOrigin.put(
                origin,
                new Origin(
                    List.copyOf(compiled),
                    compiled.size() > few ? new PrefixIndex(compiled) : null)));
  }

  /** Where this live call may go; its trace is brief. */
  public Decision decide(CallRequest request) {
    Decision decision = decide(request, Explain.BRIEF);
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{} goes by {}",
          request,
          decision.candidates().stream().map(one -> one.route().name()).toList());
      decision.trace().forEach(step -> LOG.trace("{}", step));
    }
    return decision;
  }

  /** Where this call may go. The same for live calls, explain and simulation. */
  public Decision decide(CallRequest request, Explain explain) {
    Trace trace = new Trace(explain);
    Origin origin = byOrigin.get(request.originNap());
    if (origin == null) {
      trace.nothing("no route begins at the NAP " + request.originNap());
      return new Decision(List.of(), trace.steps(0));
    }
    List<Candidate> candidates = new ArrayList<>(4);
    List<CompiledRoute> routes = origin.routes();
    PrefixIndex index = origin.index();
    if (index == null || explain == Explain.FULL) {
      for (CompiledRoute route : routes) {
        add(route.consider(request, trace), candidates);
      }
    } else {
      for (int at : index.lookUp(request.calledNumber())) {
        add(routes.get(at).consider(request, trace), candidates);
      }
    }
    return new Decision(candidates, trace.steps(routes.size()));
  }

  private static void add(@Nullable Candidate candidate, List<Candidate> candidates) {
    if (candidate != null) {
      candidates.add(candidate);
    }
  }
}
