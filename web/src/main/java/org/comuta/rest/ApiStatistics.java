package org.comuta.rest;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import org.comuta.rest.StatisticsViews.NowView;
import org.comuta.rest.StatisticsViews.RouteView;
import org.comuta.rest.StatisticsViews.SeriesView;
import org.comuta.statistics.Measure;
import org.comuta.statistics.NapState;
import org.comuta.statistics.Period;
import org.comuta.statistics.Step;
import org.eclipse.microprofile.openapi.models.Operation;

/** Statistics in the OpenAPI document. */
final class ApiStatistics {
  private static final String NOW = "GET statistics";
  private static final String SERIES = "GET statistics/series";
  private static final String NAPS = "GET statistics/naps";
  private static final String ROUTES = "GET statistics/routes";

  /** Every operation that is told of here, by method and path. */
  static final Set<String> OPERATIONS = Set.of(NOW, SERIES, NAPS, ROUTES);

  private ApiStatistics() {}

  /** Says what operations of statistics take and give; false for all others. */
  static boolean complete(String key, Operation operation) {
    switch (key) {
      case NOW -> {
        operation.setSummary("Calls now, and figures of some periods");
        operation.setResponses(ApiComponents.answers(200, ApiSchemas.of(NowView.class)));
      }
      case SERIES -> series(operation);
      case NAPS ->
          list(operation, "How the NAPs fare", NapState.class, StatisticsResource.NAP_FILTERS);
      case ROUTES ->
          list(
              operation,
              "Figures of the routes",
              RouteView.class,
              StatisticsResource.ROUTE_FILTERS);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void list(
      Operation operation,
      String summary,
      Class<? extends Record> item,
      Collection<String> filters) {
    operation.setSummary(summary);
    operation.setResponses(ApiComponents.answers(200, ApiComponents.page(ApiSchemas.of(item))));
    ApiComponents.listParameters(filters.stream().filter(one -> !one.equals("period")).toList())
        .forEach(operation::addParameter);
    operation.addParameter(
        ApiComponents.choice(
            "period",
            "The time up to now that the figures are of; five minutes when nothing is said.",
            words(Period.values())));
  }

  private static void series(Operation operation) {
    operation.setSummary("A measure over time");
    operation.setResponses(ApiComponents.answers(200, ApiSchemas.of(SeriesView.class)));
    operation
        .addParameter(
            ApiComponents.choice(
                    "measure",
                    "What to show.",
                    Arrays.stream(Measure.values()).map(Measure::word).toArray(String[]::new))
                .required(true))
        .addParameter(ApiComponents.text("nap", "Only calls of this NAP, of both directions."))
        .addParameter(
            ApiComponents.choice(
                "direction",
                "Only calls that came from the NAP, or only tries that were sent to it.",
                words(StatisticsQuery.Direction.values())))
        .addParameter(ApiComponents.text("route", "Only tries over this route."))
        .addParameter(ApiComponents.moment("from", "Not before; as far back as is kept."))
        .addParameter(ApiComponents.moment("to", "Before; now when nothing is said."))
        .addParameter(
            ApiComponents.choice(
                "step",
                "Five minutes by second, a day by minute, a month by hour; else the finest"
                    + " that goes back to from.",
                words(Step.values())));
  }

  private static String[] words(Enum<?>[] words) {
    return Arrays.stream(words).map(Enum::name).toArray(String[]::new);
  }
}
