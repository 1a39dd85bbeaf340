package org.comuta.media.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.comuta.media.PortRange;
import org.comuta.media.engine.source.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ports of one address, given out of ranges. */
class PortPoolTest {
  private static final PortRange RANGE = PortRange.of("30000-30009");

  private final PortPool pool = new PortPool();

  private Set<Integer> takeAll(PortRange range) {
    Set<Integer> taken = new HashSet<>();
    for (int port = pool.take(range); port != 0; port = pool.take(range)) {
      assertThat(taken.add(port)).as("port %d given once", port).isTrue();
    }
    return taken;
  }

  @ParameterizedTest(name = "of {0} after {1}: {2} pairs, {0} is counted with {3}")
  @CsvSource({
    "30000-30009, 20000-29999, 5, 5",
    "30000-30009, 30010-30019, 5, 5",
    "30000-30009, 30008-30019, 4, 5",
    "30000-30009, 30002-30003, 4, 5",
    "30000-30009, 20000-39999, 0, 5",
    "1024-1025,   30000-30009, 1, 1",
    "65534-65535, 1024-65533,  1, 1",
    "1024-65535,  30000-30009, 32251, 32256",
  })
  void whatIsTakenOutOfOneRangeIsTakenInAll(
      String range, String before, int pairs, int pairsInUse) {
    PortRange wanted = PortRange.of(range);
    takeAll(PortRange.of(before));
    assertThat(takeAll(wanted)).hasSize(pairs).allMatch(port -> port % 2 == 0);
    assertThat(pool.pairsInUse(wanted)).isEqualTo(pairsInUse);
  }

  @Test
  void everyPortOfARangeIsGivenAndNoOther() {
    assertThat(takeAll(RANGE)).containsExactlyInAnyOrder(30_000, 30_002, 30_004, 30_006, 30_008);
    assertThat(pool.pairsInUse()).isEqualTo(5);
  }

  @Test
  void aPortGivenBackIsThereForEveryRange() {
    PortRange wider = PortRange.of("29990-30019");
    int port = takeAll(RANGE).iterator().next();
    takeAll(wider);
    pool.release(port);
    assertThat(pool.pairsInUse(RANGE)).isEqualTo(4);
    assertThat(pool.take(wider)).isEqualTo(port);
    assertThatThrownBy(() -> pool.release(31_000)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aPortJustGivenBackRestsWhateverOtherRangesDo() {
    PortRange other = PortRange.of("40000-40003");
    int before = pool.take(RANGE);
    pool.release(before);
    for (int i = 1; i < 5; i++) {
      pool.release(pool.take(other));
      int next = pool.take(RANGE);
      assertThat(next).isNotEqualTo(before);
      pool.release(next);
    }
    assertThat(pool.take(RANGE)).isEqualTo(before);
  }

  @Test
  void rangesWithoutEndAreNotRemembered() {
    int port = pool.take(RANGE);
    for (int first = 29_000; first < 31_000; first += 2) {
      PortRange one = new PortRange(first, first + 1);
      int taken = pool.take(one);
      if (taken != 0) {
        pool.release(taken);
      }
      assertThat(pool.ranges()).contains(one).hasSizeLessThanOrEqualTo(PortPool.MOST_RANGES);
    }
    assertThat(pool.pairsInUse()).isEqualTo(1);
    assertThat(takeAll(RANGE)).hasSize(4).doesNotContain(port);
  }

  @Test
  void noTwoThreadsGetTheSamePort() throws Exception {
    List<PortRange> ranges =
        List.of(
            PortRange.of("30000-30999"), PortRange.of("30500-31499"), PortRange.of("30100-30701"));
    List<Future<Set<Integer>>> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(ranges.size())) {
      for (PortRange range : ranges) {
        Callable<Set<Integer>> taking = () -> takeAll(range);
        results.add(threads.submit(taking));
      }
    }
    List<Integer> all = new ArrayList<>();
    for (Future<Set<Integer>> result : results) {
      all.addAll(result.get());
    }
    assertThat(all).doesNotHaveDuplicates().hasSize(750);
    all.forEach(pool::release);
    assertThat(pool.pairsInUse()).isZero();
  }

  @ParameterizedTest(name = "{0} of {1} is more than {2} of {3}: {4}")
  @CsvSource({
    "2,     10,  500, 10000, true",
    "500, 10000,   2,    10, false",
    "5,     10, 5000, 10000, false",
    "0,     10,    0, 10000, false",
    "64512, 64512, 64510, 64512, true",
  })
  void theFullerRangeIsThatOfWhichMoreIsTaken(
      int inUse, int ports, int otherInUse, int otherPorts, boolean more) {
    assertThat(new PortUse(inUse, ports).isMoreThan(new PortUse(otherInUse, otherPorts)))
        .isEqualTo(more);
  }

  @Test
  void theFullestRangeIsTold() {
    Shared shared = new Shared(PortRange.of("20000-29999"), 100);
    assertThat(shared.fullestRange()).isEqualTo(new PortUse(0, 10_000));
    PortPool one = shared.ports(Address.parse("127.0.0.1"));
    PortPool other = shared.ports(Address.parse("127.0.0.2"));
    one.take(shared.range(PortRange.ENGINE));
    assertThat(shared.fullestRange()).isEqualTo(new PortUse(2, 10_000));
    other.take(RANGE);
    assertThat(shared.fullestRange()).isEqualTo(new PortUse(2, 10));
    assertThat(shared.portsInUse()).isEqualTo(4);
  }
}
