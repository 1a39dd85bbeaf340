package org.comuta.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.comuta.exchange.Exchange;
import org.comuta.identity.Right;
import org.comuta.rest.StatisticsViews.NowView;
import org.comuta.rest.StatisticsViews.RouteView;
import org.comuta.rest.StatisticsViews.SeriesView;
import org.comuta.routing.Route;
import org.comuta.statistics.Figures;
import org.comuta.statistics.NapStates;
import org.comuta.statistics.Period;
import org.comuta.statistics.Scope;
import org.comuta.statistics.Statistics;

/** What the exchange carries, now and over time. */
@Path("statistics")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Requires(Right.SEE_MONITORING)
public class StatisticsResource {
  private static final String PERIOD = "period";
  static final Set<String> NAP_FILTERS = Set.of("name", "enabled", "state", PERIOD);
  static final Set<String> ROUTE_FILTERS = Set.of("name", "enabled", PERIOD);

  @Inject private Statistics statistics;
  @Inject private NapStates naps;
  @Inject private Exchange exchange;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public StatisticsResource() {}

  @GET
  public JsonObject now(@Context UriInfo request) {
    ListQuery.only(request, Set.of());
    return JsonViews.object(NowView.of(statistics, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
  }

  @GET
  @Path("series")
  public JsonObject series(@Context UriInfo request) {
    StatisticsQuery query = StatisticsQuery.of(request, Instant.now());
    return JsonViews.object(
        SeriesView.of(
            query.measure(),
            query.step().seconds(),
            statistics.series(query.scopes(), query.step(), query.from(), query.to())));
  }

  @GET
  @Path("naps")
  public JsonObject naps(@Context UriInfo request) {
    return list(request, NAP_FILTERS, period -> naps.all(period).stream());
  }

  @GET
  @Path("routes")
  public JsonObject routes(@Context UriInfo request) {
    return list(
        request,
        ROUTE_FILTERS,
        period ->
            exchange.configuration().current().objects(Route.class).stream()
                .map(route -> view(route, period)));
  }

  private RouteView view(Route route, Period period) {
    Scope scope = Scope.route(route.name());
    return new RouteView(
        route.name(),
        route.enabled(),
        exchange.admission().callsOver(route.name()),
        route.maxCalls(),
        statistics.callsPerSecond(scope),
        Figures.of(statistics.last(scope, period)));
  }

  /** What is listed, of a period. */
  private interface Listed {
    Stream<? extends Record> of(Period period);
  }

  private static JsonObject list(UriInfo request, Set<String> allowed, Listed listed) {
    ListQuery query = ListQuery.from(request, allowed);
    Map<String, String> filters = new HashMap<>(query.filters());
    String word = filters.remove(PERIOD);
    List<JsonObject> items =
        listed
            .of(StatisticsQuery.period(word == null ? "" : word))
            .map(JsonViews::object)
            .filter(item -> FieldFilter.matches(item, filters))
            .toList();
    return Page.cut(items, query);
  }
}
