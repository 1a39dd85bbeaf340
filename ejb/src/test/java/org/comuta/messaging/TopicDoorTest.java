package org.comuta.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comuta.messaging.TopicDoor.Ending;
import org.comuta.messaging.TopicDoor.Reason;
import org.junit.jupiter.api.Test;

class TopicDoorTest {
  private static final TopicConnection NEW =
      new TopicConnection("new", "192.0.2.1", "198.51.100.1", Set.of(), Set.of());
  private static final TopicConnection IDLE =
      new TopicConnection("idle", "192.0.2.2", "198.51.100.1", Set.of("t"), Set.of());
  private static final TopicConnection READER =
      new TopicConnection("reader", "192.0.2.3", "198.51.100.1", Set.of("t"), Set.of("events"));
  private static final List<TopicConnection> ALL = List.of(NEW, IDLE, READER);

  private final Map<String, Set<String>> readable = new HashMap<>();
  private final TopicDoor door =
      new TopicDoor(one -> !one.source().equals("192.0.2.3"), this::readable);

  private Map<String, Set<String>> readable(Collection<String> tokens) {
    Map<String, Set<String>> asked = new HashMap<>(readable);
    asked.keySet().retainAll(tokens);
    return asked;
  }

  private static Ending notAllowed(TopicConnection connection) {
    return new Ending(connection, Reason.NOT_ALLOWED);
  }

  @Test
  void whoIsNotLetInEnds() {
    assertThat(door.notLetIn(ALL)).containsExactly(new Ending(READER, Reason.NOT_LET_IN));
  }

  @Test
  void whoMaySeeWhatIsReadGoesOn() {
    readable.put("t", Set.of("events", "administration"));
    assertThat(door.notAllowed(ALL)).isEmpty();
  }

  @Test
  void withoutTheRightOnlyThoseEndWhoRead() {
    readable.put("t", Set.of("administration"));
    assertThat(door.notAllowed(ALL)).containsExactly(notAllowed(READER));
  }

  @Test
  void withItsTokenEveryConnectionEnds() {
    assertThat(door.notAllowed(ALL)).containsExactly(notAllowed(IDLE), notAllowed(READER));
  }

  @Test
  void ofSeveralTokensEachMustAllowIt() {
    TopicConnection two =
        new TopicConnection("two", "192.0.2.4", "198.51.100.1", Set.of("t", "u"), Set.of("events"));
    readable.put("t", Set.of("events"));
    assertThat(door.notAllowed(List.of(two))).containsExactly(notAllowed(two));
    readable.put("u", Set.of("events"));
    assertThat(door.notAllowed(List.of(two))).isEmpty();
  }

  @Test
  void theDatabaseIsAskedOnlyWhereSomebodyHasSignedIn() {
    TopicDoor without =
        new TopicDoor(
            ignored -> true,
            ignored -> {
              throw new AssertionError("nobody has signed in");
            });
    assertThat(without.notAllowed(List.of(NEW))).isEmpty();
  }
}
