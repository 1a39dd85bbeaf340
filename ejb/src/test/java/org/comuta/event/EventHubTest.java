package org.comuta.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class EventHubTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration NONE = Duration.ZERO;

  private final EventHub hub = new EventHub("here", InstantSource.system());

  private static UserSignedIn by(String user) {
    return new UserSignedIn(user, "192.0.2.1");
  }

  private static List<String> users(List<Event> events) {
    return events.stream().map(event -> ((UserSignedIn) event.content()).user()).toList();
  }

  @Test
  void eachListenerGetsWhatItWantsInOrder() {
    Subscription all = hub.subscribe("all", 10, EventFilter.ALL);
    Subscription calls =
        hub.subscribe(
            "calls", 10, new EventFilter(EventFilter.types(List.of("call.*")), Set.of(), null));
    hub.publish(by("a"));
    hub.publish(EventSamples.ended("c", null, null));
    hub.publish(by("b"));

    List<Event> taken = all.take(10, NONE);
    assertThat(taken)
        .extracting(Event::type)
        .containsExactly(EventType.USER_SIGNED_IN, EventType.CALL_ENDED, EventType.USER_SIGNED_IN);
    assertThat(taken).extracting(Event::id).isSorted().doesNotHaveDuplicates();
    assertThat(taken).extracting(Event::node).containsOnly("here");
    assertThat(calls.take(10, NONE)).extracting(Event::type).containsExactly(EventType.CALL_ENDED);
  }

  @Test
  void aFullQueueDropsAndCountsAndHarmsNobodyElse() {
    Subscription slow = hub.subscribe("slow", 2, EventFilter.ALL);
    Subscription quick = hub.subscribe("quick", 10, EventFilter.ALL);
    for (String user : List.of("a", "b", "c", "d")) {
      hub.publish(by(user));
    }

    assertThat(slow.waiting()).isEqualTo(2);
    assertThat(slow.dropped()).isEqualTo(2);
    assertThat(users(slow.take(10, NONE))).containsExactly("a", "b");
    assertThat(users(quick.take(10, NONE))).containsExactly("a", "b", "c", "d");
    hub.publish(by("e"));
    assertThat(users(slow.take(10, NONE))).containsExactly("e");
    assertThat(hub.listeners())
        .containsExactly(
            new EventHub.Listeners("quick", 1, 1, 5, 0),
            new EventHub.Listeners("slow", 1, 0, 3, 2));
    assertThat(hub.published(EventType.USER_SIGNED_IN)).isEqualTo(5);
  }

  @Test
  void whoHasGoneGetsNothingAndIsStillCounted() {
    Subscription gone = hub.subscribe("feed", 1, EventFilter.ALL);
    hub.publish(by("a"));
    hub.publish(by("b"));
    gone.close();
    hub.publish(by("c"));

    assertThat(users(gone.take(10, NONE))).containsExactly("a");
    assertThat(hub.listeners()).containsExactly(new EventHub.Listeners("feed", 0, 0, 1, 1));
  }

  @Test
  void aListenerThatFailsHarmsNobody() {
    hub.subscribe(
        "broken",
        10,
        content -> {
          throw new IllegalStateException("for the test");
        });
    Subscription sound = hub.subscribe("sound", 10, EventFilter.ALL);
    hub.publish(by("a"));
    assertThat(users(sound.take(10, NONE))).containsExactly("a");
  }

  @Test
  void whoWaitsIsWokenByAnEventAndByTheEnd() throws InterruptedException {
    Subscription waiting = hub.subscribe("waiting", 10, EventFilter.ALL);
    List<Event> taken = new ArrayList<>();
    CountDownLatch first = new CountDownLatch(1);
    Thread reader =
        Thread.ofVirtual()
            .start(
                () -> {
                  taken.addAll(waiting.take(1, PATIENCE));
                  first.countDown();
                  taken.addAll(waiting.take(1, Duration.ofHours(1)));
                });
    hub.publish(by("a"));
    first.await();
    waiting.close();
    reader.join();
    assertThat(users(taken)).containsExactly("a");
  }

  @Test
  void theOrderOfEachTellerIsKept() throws InterruptedException {
    int tellers = 4;
    int each = 5_000;
    Subscription all = hub.subscribe("all", tellers * each, EventFilter.ALL);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < tellers; i++) {
      String name = "t" + i;
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int n = 0; n < each; n++) {
                      hub.publish(new UserSignedIn(name, String.valueOf(n)));
                    }
                  }));
    }
    List<Event> taken = new ArrayList<>();
    while (taken.size() < tellers * each) {
      List<Event> some = all.take(1_000, PATIENCE);
      assertThat(some).isNotEmpty();
      taken.addAll(some);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    for (int i = 0; i < tellers; i++) {
      String name = "t" + i;
      assertThat(taken.stream().map(event -> (UserSignedIn) event.content()))
          .filteredOn(one -> one.user().equals(name))
          .extracting(one -> Integer.parseInt(one.address()))
          .hasSize(each)
          .isSorted();
    }
    assertThat(taken).extracting(Event::id).doesNotHaveDuplicates();
    assertThat(all.dropped()).isZero();
  }

  @Test
  void filtersKnowTypesGroupsNapsAndCalls() {
    assertThat(EventFilter.isWord("call.ended")).isTrue();
    assertThat(EventFilter.isWord("alarm.*")).isTrue();
    assertThat(EventFilter.isWord("call")).isFalse();
    assertThat(EventFilter.isWord("*")).isFalse();
    assertThat(EventFilter.isWord("")).isFalse();
    EventFilter ofNap = new EventFilter(EventFilter.types(List.of()), Set.of("b"), null);
    assertThat(ofNap.test(EventSamples.ended("c", "a", "b"))).isTrue();
    assertThat(ofNap.test(EventSamples.ended("c", "b", null))).isTrue();
    assertThat(ofNap.test(EventSamples.ended("c", "a", "d"))).isFalse();
    assertThat(ofNap.test(by("a"))).isTrue();
    EventFilter ofCall = new EventFilter(EventFilter.types(List.of()), Set.of(), "c");
    assertThat(ofCall.test(EventSamples.ended("c", "a", "b"))).isTrue();
    assertThat(ofCall.test(EventSamples.ended("d", "a", "b"))).isFalse();
    assertThat(ofCall.test(by("a"))).isFalse();
  }
}
