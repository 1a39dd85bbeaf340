package org.comuta.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comuta.Sample.nap;
import static org.comuta.Sample.route;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.comuta.cause.Failure;
import org.comuta.nap.Nap;
import org.comuta.routing.Candidate;
import org.comuta.routing.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {
  private static final long MILLISECOND = 1_000_000L;

  private final AtomicLong time = new AtomicLong(-5_000 * MILLISECOND);
  private final Admission admission = new Admission(time::get);

  private static Candidate candidate(Route route, Nap destination) {
    return new Candidate(route, destination, "1", "2");
  }

  @Test
  void aNapTakesItsCallsOfBothDirectionsAndNoMore() {
    Nap nap = nap("a", "192.0.2.1", "'maxCalls': 2");
    Candidate towards = candidate(route("r", "x", "a"), nap);

    assertThat(admission.enterOrigin(nap)).isNull();
    assertThat(admission.enterDestination(towards)).isNull();
    assertThat(admission.enterOrigin(nap)).isEqualTo(Failure.ORIGIN_LIMIT_REACHED);
    assertThat(admission.enterDestination(towards)).isEqualTo(Failure.DESTINATION_LIMIT_REACHED);
    assertThat(admission.callsOf("a")).isEqualTo(2);
    assertThat(admission.callsOver("r")).isEqualTo(1);

    admission.leaveDestination(towards);
    assertThat(admission.enterOrigin(nap)).isNull();
  }

  @Test
  void aRouteTakesItsCallsAndNoMore() {
    Candidate candidate = candidate(route("r", "x", "a", "'maxCalls': 1"), nap("a", "192.0.2.1"));

    assertThat(admission.enterDestination(candidate)).isNull();
    assertThat(admission.enterDestination(candidate)).isEqualTo(Failure.DESTINATION_LIMIT_REACHED);
    assertThat(admission.callsOf("a")).isEqualTo(1);

    admission.leaveDestination(candidate);
    assertThat(admission.enterDestination(candidate)).isNull();
  }

  @Test
  void withoutLimitsEveryCallEnters() {
    Nap nap = nap("a", "192.0.2.1");
    for (int i = 0; i < 1000; i++) {
      assertThat(admission.enterOrigin(nap)).isNull();
    }
    assertThat(admission.callsOf("a")).isEqualTo(1000);
  }

  @Test
  void aNapBeginsSoManyCallsInAnySecond() {
    Nap nap = nap("a", "192.0.2.1", "'maxCallsPerSecond': 3");

    assertThat(began(nap, 0, 100, 200, 300, 900, 999, 1000, 1050, 1100, 1200, 1300))
        .containsExactly(0L, 100L, 200L, 1000L, 1100L, 1200L);
    assertThat(admission.callsOf("a")).isEqualTo(6);
  }

  /** The moments (ms) of those asked for at which a call of the NAP could begin. */
  private List<Long> began(Nap nap, long... moments) {
    long start = time.get();
    List<Long> begun = new ArrayList<>();
    for (long moment : moments) {
      time.set(start + moment * MILLISECOND);
      Failure failure = admission.enterOrigin(nap);
      if (failure == null) {
        begun.add(moment);
      } else {
        assertThat(failure).isEqualTo(Failure.ORIGIN_RATE_EXCEEDED);
      }
    }
    return begun;
  }

  @Test
  void bothDirectionsOfANapShareItsRate() {
    Nap nap = nap("a", "192.0.2.1", "'maxCallsPerSecond': 2");
    Candidate towards = candidate(route("r", "x", "a"), nap);

    assertThat(admission.enterOrigin(nap)).isNull();
    assertThat(admission.enterDestination(towards)).isNull();
    assertThat(admission.enterDestination(towards)).isEqualTo(Failure.DESTINATION_RATE_EXCEEDED);
    assertThat(admission.callsOf("a")).isEqualTo(2);
    assertThat(admission.callsOver("r")).isEqualTo(1);
  }

  @Test
  void aRouteHasARateOfItsOwn() {
    Nap nap = nap("a", "192.0.2.1");
    Candidate slow = candidate(route("slow", "x", "a", "'maxCallsPerSecond': 1"), nap);
    Candidate other = candidate(route("other", "x", "a"), nap);

    assertThat(admission.enterDestination(slow)).isNull();
    assertThat(admission.enterDestination(slow)).isEqualTo(Failure.DESTINATION_RATE_EXCEEDED);
    assertThat(admission.enterDestination(other)).isNull();
    time.addAndGet(1000 * MILLISECOND);
    assertThat(admission.enterDestination(slow)).isNull();
  }

  @Test
  void aChangedRateCountsAtOnce() {
    assertThat(began(nap("a", "192.0.2.1", "'maxCallsPerSecond': 1"), 0, 10)).hasSize(1);
    assertThat(began(nap("a", "192.0.2.1", "'maxCallsPerSecond': 2"), 20, 30, 40)).hasSize(2);
    assertThat(began(nap("a", "192.0.2.1"), 50, 60, 70)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 100})
  void manyThreadsTogetherGetExactlyTheLimit(int limit) throws Exception {
    Nap nap = nap("a", "192.0.2.1", "'maxCallsPerSecond': " + limit, "'maxCalls': " + (limit + 3));
    assertThat(together(nap)).isEqualTo(limit);

    time.addAndGet(1000 * MILLISECOND);
    assertThat(together(nap)).isEqualTo(Math.min(limit, 3));
    assertThat(admission.callsOf("a")).isEqualTo(limit + Math.min(limit, 3));
  }

  private int together(Nap nap) throws Exception {
    int threads = 4;
    CountDownLatch ready = new CountDownLatch(threads);
    List<Future<Integer>> counts = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        counts.add(
            executor.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  int entered = 0;
                  for (int call = 0; call < 500; call++) {
                    entered += admission.enterOrigin(nap) == null ? 1 : 0;
                  }
                  return entered;
                }));
      }
    }
    int entered = 0;
    for (Future<Integer> count : counts) {
      entered += count.get();
    }
    return entered;
  }
}
