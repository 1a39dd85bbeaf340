package org.comuta.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.comuta.description.Problem;
import org.comuta.event.EventFilter;
import org.comuta.event.EventType;

/**
 * What a feed is asked for.
 *
 * @param filter what it shall tell
 * @param problems what is wrong with the query
 */
record FeedQuery(EventFilter filter, List<Problem> problems) {
  private static final Set<String> KNOWN = Set.of("type", "nap", "callId");

  FeedQuery {
    problems = List.copyOf(problems);
  }

  /** Reads the parameters; {@code type} and {@code nap} may be given several times. */
  static FeedQuery of(Map<String, String[]> parameters) {
    List<Problem> problems = new ArrayList<>();
    parameters.keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .forEach(
            name ->
                problems.add(
                    new Problem(
                        name,
                        "unknown",
                        "'"
                            + name
                            + "' is not a query parameter here; known are callId, nap,"
                            + " type.")));
    List<String> words = values(parameters, "type");
    words.stream()
        .filter(word -> !EventFilter.isWord(word))
        .forEach(
            word ->
                problems.add(
                    new Problem(
                        "type",
                        "choice",
                        "type must be one of "
                            + String.join(
                                ", ", Stream.of(EventType.values()).map(EventType::word).toList())
                            + ", or a group such as call.*")));
    List<String> callIds = values(parameters, "callId");
    if (callIds.size() > 1) {
      problems.add(new Problem("callId", "duplicate", "callId is given twice."));
    }
    return new FeedQuery(
        new EventFilter(
            EventFilter.types(words),
            Set.copyOf(values(parameters, "nap")),
            callIds.isEmpty() ? null : callIds.getFirst()),
        problems);
  }

  private static List<String> values(Map<String, String[]> parameters, String name) {
    String[] values = parameters.get(name);
    return values == null ? List.of() : List.of(values);
  }
}
