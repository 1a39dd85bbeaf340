package org.comuta.rest;

import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comuta.description.Problem;
import org.comuta.statistics.Measure;
import org.comuta.statistics.Period;
import org.comuta.statistics.Scope;
import org.comuta.statistics.Step;
import org.jspecify.annotations.Nullable;

/**
 * What a series is asked for.
 *
 * @param scopes whose calls; those of several are added
 * @param from null for as far back as is kept
 * @param to null for now
 */
record StatisticsQuery(
    Measure measure, List<Scope> scopes, Step step, @Nullable Instant from, @Nullable Instant to) {
  /** Which calls of a NAP. */
  enum Direction {
    ORIGIN,
    DESTINATION
  }

  private static final Set<String> WORDS =
      Set.of("measure", "nap", "direction", "route", "from", "to", "step");

  StatisticsQuery {
    scopes = List.copyOf(scopes);
  }

  /** Reads it from the query of the request; all that is wrong is told at once. */
  static StatisticsQuery of(UriInfo request, Instant now) {
    ListQuery.only(request, WORDS);
    List<Problem> problems = new ArrayList<>();
    Measure measure = measure(value(request, "measure"), problems);
    Direction direction = word(request, "direction", Direction.values(), problems);
    Instant from = moment(request, "from", problems);
    Instant to = moment(request, "to", problems);
    Step step = word(request, "step", Step.values(), problems);
    List<Scope> scopes =
        scopes(value(request, "nap"), direction, value(request, "route"), problems);
    if (from != null && to != null && !from.isBefore(to)) {
      problems.add(new Problem("to", "range", "to must be after from."));
    }
    ListQuery.refuse(problems);
    return new StatisticsQuery(measure, scopes, step == null ? finest(from, now) : step, from, to);
  }

  /** The finest step that goes back that far. */
  private static Step finest(@Nullable Instant from, Instant now) {
    for (Step step : Step.values()) {
      if (from == null || !from.isBefore(now.minus(step.reach()))) {
        return step;
      }
    }
    return Step.HOUR;
  }

  private static List<Scope> scopes(
      String nap, @Nullable Direction direction, String route, List<Problem> problems) {
    if (!route.isEmpty()) {
      if (!nap.isEmpty()) {
        problems.add(new Problem("route", "choice", "A series is of a nap or of a route."));
      }
      return List.of(Scope.route(route));
    }
    if (nap.isEmpty()) {
      if (direction != null) {
        problems.add(new Problem("direction", "choice", "A direction needs a nap."));
      }
      return List.of(Scope.ALL);
    }
    return switch (direction) {
      case null -> List.of(Scope.origin(nap), Scope.destination(nap));
      case ORIGIN -> List.of(Scope.origin(nap));
      case DESTINATION -> List.of(Scope.destination(nap));
    };
  }

  private static Measure measure(String word, List<Problem> problems) {
    Optional<Measure> known = Measure.of(word);
    if (known.isEmpty()) {
      String words =
          Arrays.stream(Measure.values()).map(Measure::word).collect(Collectors.joining(", "));
      problems.add(new Problem("measure", "choice", "measure must be one of " + words + "."));
    }
    return known.orElse(Measure.ACTIVE_CALLS);
  }

  /** The time that figures are of. */
  static Period period(String word) {
    List<Problem> problems = new ArrayList<>();
    Period period = word("period", word, Period.values(), problems);
    ListQuery.refuse(problems);
    return period == null ? Period.FIVE_MINUTES : period;
  }

  private static String value(UriInfo request, String name) {
    String value = request.getQueryParameters().getFirst(name);
    return value == null ? "" : value;
  }

  private static <E extends Enum<E>> @Nullable E word(
      UriInfo request, String name, E[] words, List<Problem> problems) {
    return word(name, value(request, name), words, problems);
  }

  private static <E extends Enum<E>> @Nullable E word(
      String name, String value, E[] words, List<Problem> problems) {
    if (value.isEmpty()) {
      return null;
    }
    for (E word : words) {
      if (word.name().equals(value)) {
        return word;
      }
    }
    String all = Arrays.stream(words).map(Enum::name).collect(Collectors.joining(", "));
    problems.add(new Problem(name, "choice", name + " must be one of " + all + "."));
    return null;
  }

  private static @Nullable Instant moment(UriInfo request, String name, List<Problem> problems) {
    String value = value(request, name);
    if (value.isEmpty()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeParseException broken) {
      problems.add(
          new Problem(name, "syntax", name + " must be a moment such as 2026-01-31T08:00:00Z."));
      return null;
    }
  }
}
