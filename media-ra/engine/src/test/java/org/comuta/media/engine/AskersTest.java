package org.comuta.media.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comuta.media.engine.Calls.call;
import static org.comuta.media.engine.Calls.now;
import static org.comuta.media.engine.Calls.side;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.comuta.media.MediaConnection;
import org.comuta.media.MediaEngine;
import org.comuta.media.MediaException;
import org.comuta.media.MediaListener;
import org.comuta.media.MediaSide.Remote;
import org.comuta.media.Side;
import org.comuta.media.engine.EngineMetrics.ThreadMetrics;
import org.junit.jupiter.api.Test;

/** Whose calls they are, and what becomes of them. */
class AskersTest extends EngineTest {
  private static final Duration ORPHAN_LIMIT = Duration.ofMillis(500);

  @Override
  EngineSettings settings(EngineSettings defaults) {
    return super.settings(defaults).withOrphanLimit(ORPHAN_LIMIT);
  }

  @Test
  void whatIsNotClaimedOfOnesOwnEnds() {
    open(engine, "a", "b", "c");
    assertThat(now(engine.claim(List.of("a", "c", "gone")))).isEqualTo(Set.of("a", "c"));
    assertHolds("a", true);
    assertHolds("b", false);
    assertHolds("c", true);
    assertThat(engine.metrics().sockets()).isEqualTo(8);
  }

  @Test
  void whoClaimsLeavesOtherAskersCallsAlone() {
    try (MediaConnection other = engine.connect()) {
      open(other, "theirs");
      open(engine, "ours");
      assertThat(now(engine.claim(List.of()))).isEmpty();
      assertHolds("theirs", true);
      assertHolds("ours", false);
    }
  }

  @Test
  void callsOfAnAskerThatWentAwayGoOnForWhoClaimsThemAndEndOtherwise() {
    MediaConnection other = engine.connect();
    open(other, "a", "b");
    other.close();
    assertHolds("a", true);
    assertThat(now(engine.claim(List.of("a")))).containsExactly("a");
    assertHolds("b", true);
    await(() -> engine.metrics().total(ThreadMetrics::orphansEnded) == 1);
    assertHolds("a", true);
    assertHolds("b", false);
    assertThat(engine.metrics().sockets()).isEqualTo(4);
  }

  @Test
  void aClosedConnectionAsksNothingMore() {
    MediaConnection other = engine.connect();
    other.close();
    assertThatThrownBy(() -> now(other.set(call("a", side(null), side(null)))))
        .isInstanceOfSatisfying(
            MediaException.class,
            e -> assertThat(e.kind()).isEqualTo(MediaException.Kind.ENGINE_LOST));
  }

  @Test
  void whenTheEngineEndsEveryListenerIsToldAndRequestsFail() throws Exception {
    CountDownLatch lost = new CountDownLatch(1);
    engine.listen(
        new MediaListener() {
          @Override
          public void silent(String callId, Side side) {}

          @Override
          public void engineLost() {
            lost.countDown();
          }

          @Override
          public void engineBack() {}
        });
    open(engine, "a");
    engine.close();
    assertThat(lost.await(5, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> now(engine.statistics("a")))
        .isInstanceOfSatisfying(
            MediaException.class,
            e -> assertThat(e.kind()).isEqualTo(MediaException.Kind.ENGINE_LOST));
    assertThat(engine.metrics().sockets()).isZero();
  }

  private void open(MediaEngine asker, String... ids) {
    Remote far = new Remote("127.0.0.1", 9, 9);
    for (String id : ids) {
      now(asker.set(call(id, side(far), side(far))));
    }
  }

  private void assertHolds(String id, boolean held) {
    if (held) {
      assertThat(now(engine.statistics(id)).lines()).hasSize(1);
    } else {
      assertThatThrownBy(() -> now(engine.statistics(id))).hasMessageContaining("no call " + id);
    }
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }
}
