package org.comuta.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which connections of programs to the broker do not go on. They come about within the server,
 * before any gate of the application sees a request, so they are looked at once they are there.
 */
final class TopicDoor {
  /** Why a connection does not go on. */
  enum Reason {
    /** Access lists or interfaces do not let it in. */
    NOT_LET_IN,
    /** A token of it does not count any more, or may not see what is read with it. */
    NOT_ALLOWED
  }

  /** A connection that does not go on. */
  record Ending(TopicConnection connection, Reason reason) {}

  private final Predicate<TopicConnection> letIn;
  private final Function<Collection<String>, Map<String, Set<String>>> readable;

  /**
   * @param letIn whether a connection with these ends is let in
   * @param readable the topics that tokens may read; those that do not count are absent
   */
  TopicDoor(
      Predicate<TopicConnection> letIn,
      Function<Collection<String>, Map<String, Set<String>>> readable) {
    this.letIn = letIn;
    this.readable = readable;
  }

  /** Those that are not let in. */
  List<Ending> notLetIn(List<TopicConnection> connections) {
    return connections.stream()
        .filter(one -> !letIn.test(one))
        .map(one -> new Ending(one, Reason.NOT_LET_IN))
        .toList();
  }

  /** Those whose tokens do not allow what they do. */
  List<Ending> notAllowed(List<TopicConnection> connections) {
    Set<String> tokens = new TreeSet<>();
    connections.forEach(one -> tokens.addAll(one.tokens()));
    if (tokens.isEmpty()) {
      return List.of();
    }
    Map<String, Set<String>> topics = readable.apply(tokens);
    List<Ending> endings = new ArrayList<>();
    for (TopicConnection one : connections) {
      if (!isAllowed(one, topics)) {
        endings.add(new Ending(one, Reason.NOT_ALLOWED));
      }
    }
    return endings;
  }

  /** With several tokens it is not known which of them reads what, so each must be able to. */
  private static boolean isAllowed(TopicConnection one, Map<String, Set<String>> topics) {
    return one.tokens().stream()
        .map(topics::get)
        .allMatch(readable -> readable != null && readable.containsAll(one.topics()));
  }
}
