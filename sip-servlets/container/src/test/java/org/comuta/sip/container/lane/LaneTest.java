package org.comuta.sip.container.lane;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.comuta.sip.container.Lane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LaneTest {

  private static final int QUEUE_LIMIT = 80;

  private final LaneGroup lanes = new LaneGroup(2, QUEUE_LIMIT, LaneTest.class.getClassLoader());

  @BeforeEach
  void start() {
    lanes.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    lanes.stop();
  }

  @Test
  void tasksOfOneThreadRunInTheirOrderWhoeverElseGivesTasks() throws InterruptedException {
    LaneImpl lane = lanes.lane(5);
    List<List<Integer>> seen = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<Thread> givers = new ArrayList<>();
    for (List<Integer> own : seen) {
      givers.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; i < 10_000; i++) {
                      int number = i;
                      lane.execute(() -> own.add(number));
                    }
                  }));
    }
    for (Thread giver : givers) {
      giver.join();
    }
    await(lane);
    for (List<Integer> own : seen) {
      assertThat(own).hasSize(10_000).isSorted();
    }
  }

  @Test
  void codeKnowsTheLaneItRunsOn() throws InterruptedException {
    BlockingQueue<Boolean> answers = new LinkedBlockingQueue<>();
    LaneImpl lane = lanes.lane(7);
    LaneImpl sameThread = lanes.lane(9);
    lane.execute(
        () -> {
          answers.add(lane.equals(Lane.current()));
          answers.add(lane.isCurrent());
          answers.add(sameThread.isCurrent());
        });
    assertThat(answers.poll(5, SECONDS)).isTrue();
    assertThat(answers.poll(5, SECONDS)).isTrue();
    assertThat(answers.poll(5, SECONDS)).isFalse();
    assertThat(Lane.current()).isNull();
  }

  @Test
  void whoBringsWorkToARestingLaneRunsItAndNobodyElseMeanwhile() throws Exception {
    LaneImpl lane = lanes.lane(11);
    await(lane);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger ran = new AtomicInteger();
    AtomicInteger byVisitor = new AtomicInteger();
    Runnable work =
        () -> {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          if (!lane.isCurrent() || !lane.equals(Lane.current())) {
            most.set(1_000);
          }
          if (Thread.currentThread().getName().equals("visitor")) {
            byVisitor.incrementAndGet();
          }
          ran.incrementAndGet();
          inside.decrementAndGet();
        };
    CarrierThread[] self = new CarrierThread[1];
    CarrierThread visitor =
        lanes.visitor(
            () -> {
              for (int i = 0; i < 20_000; i++) {
                while (!lane.offerQuietly(new Doing(work), false)) {
                  lanes.visit(self[0]);
                }
                lanes.visit(self[0]);
                if (i % 100 == 0) {
                  // Lets the lane's own thread come to rest.
                  LockSupport.parkNanos(50_000);
                }
              }
            },
            "visitor");
    self[0] = visitor;
    Thread giver =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 0; i < 20_000; i++) {
                    lane.execute(work);
                  }
                });
    visitor.start();
    visitor.join();
    giver.join();
    await(lane);
    assertThat(ran).hasValue(40_000);
    assertThat(most).hasValue(1);
    assertThat(byVisitor).hasPositiveValue();
  }

  @Test
  void whatSeveralMessagesHaveInCommonIsDoneOnceBeforeOthersCarryTheLane() throws Exception {
    LaneImpl lane = lanes.lane(13);
    await(lane);
    BlockingQueue<String> order = new LinkedBlockingQueue<>();
    Runnable together = () -> order.add("together");
    CarrierThread[] self = new CarrierThread[1];
    CarrierThread visitor =
        lanes.visitor(
            () -> {
              for (int i = 0; i < 3; i++) {
                lane.offerQuietly(
                    new Doing(
                        () -> {
                          ((CarrierThread) Thread.currentThread()).afterwards(together);
                          order.add("work");
                        }),
                    false);
              }
              lanes.visit(self[0]);
              lane.execute(() -> order.add("others"));
            },
            "visitor");
    self[0] = visitor;
    visitor.start();
    visitor.join();
    await(lane);
    assertThat(order).containsExactly("work", "work", "work", "together", "others");
  }

  @Test
  void aTimerArmedByAVisitorFiresInTimeThoughTheThreadRestsForLonger() throws Exception {
    LaneImpl lane = lanes.lane(12);
    await(lane);
    BlockingQueue<String> fired = new LinkedBlockingQueue<>();
    CarrierThread[] self = new CarrierThread[1];
    CarrierThread visitor =
        lanes.visitor(
            () -> {
              lane.offerQuietly(
                  new Doing(
                      () ->
                          lane.schedule(
                              Duration.ofMillis(30),
                              () -> fired.add(Thread.currentThread().getName()))),
                  false);
              lanes.visit(self[0]);
            },
            "visitor");
    self[0] = visitor;
    visitor.start();
    assertThat(fired.poll(5, SECONDS)).startsWith("comuta-lane-");
  }

  @Test
  void aTaskGivenByALaneToItselfRunsAfterTheCurrentOne() throws InterruptedException {
    BlockingQueue<String> order = new LinkedBlockingQueue<>();
    LaneImpl lane = lanes.lane(0);
    lane.execute(
        () -> {
          lane.execute(() -> order.add("second"));
          order.add("first");
        });
    assertThat(order.poll(5, SECONDS)).isEqualTo("first");
    assertThat(order.poll(5, SECONDS)).isEqualTo("second");
  }

  @Test
  void aFailingTaskDoesNotHarmTheLane() throws InterruptedException {
    LaneImpl lane = lanes.lane(1);
    lane.execute(
        () -> {
          throw new IllegalStateException("expected by this test");
        });
    await(lane);
  }

  @Test
  void messagesAreRefusedWhenTheQueueIsFullAndTasksAreNot() throws InterruptedException {
    LaneImpl lane = lanes.lane(2);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    CountDownLatch isBusy = new CountDownLatch(1);
    AtomicInteger taken = new AtomicInteger();
    lane.execute(
        () -> {
          isBusy.countDown();
          awaitQuietly(mayGoOn);
        });
    assertThat(isBusy.await(5, SECONDS)).isTrue();
    int begun = 0;
    while (lane.offer(new Counting(taken), true)) {
      begun++;
    }
    assertThat(begun).isEqualTo(QUEUE_LIMIT / 2);
    int accepted = begun;
    while (lane.offer(new Counting(taken), false)) {
      accepted++;
    }
    assertThat(accepted).isEqualTo(QUEUE_LIMIT);
    lane.execute(taken::incrementAndGet);
    mayGoOn.countDown();
    await(lane);
    assertThat(taken).hasValue(QUEUE_LIMIT + 1);
    assertThat(lane.offer(new Counting(taken), true)).isTrue();
  }

  @Test
  void whatIsQueuedAtTheEndStillRuns() throws InterruptedException {
    AtomicInteger ran = new AtomicInteger();
    for (int i = 0; i < 1_000; i++) {
      lanes.lane(i & 63).execute(ran::incrementAndGet);
    }
    lanes.stop();
    assertThat(ran).hasValue(1_000);
  }

  @Test
  void timersFireInTheOrderOfTheirDelays() throws InterruptedException {
    BlockingQueue<Integer> fired = new LinkedBlockingQueue<>();
    LaneImpl lane = lanes.lane(3);
    for (int delay : List.of(120, 20, 80, 40)) {
      lane.schedule(Duration.ofMillis(delay), () -> fired.add(delay));
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      order.add(fired.poll(5, SECONDS));
    }
    assertThat(order).containsExactly(20, 40, 80, 120);
  }

  @Test
  void aTimerNeverFiresEarly() throws InterruptedException {
    BlockingQueue<Long> early = new LinkedBlockingQueue<>();
    // Each just under a full millisecond, and at another phase of the tick than the one before.
    for (int i = 0; i < 100; i++) {
      Duration delay = Duration.ofNanos(73_999_999L + i * 7_000_000L);
      long began = System.nanoTime();
      lanes.lane(3).schedule(delay, () -> early.add(delay.toNanos() - (System.nanoTime() - began)));
    }
    for (int i = 0; i < 100; i++) {
      assertThat(early.poll(5, SECONDS)).isLessThanOrEqualTo(0L);
    }
  }

  @Test
  void aTimerCalledOffOnItsLaneDoesNotFire() throws InterruptedException {
    LaneImpl lane = lanes.lane(4);
    AtomicInteger fired = new AtomicInteger();
    BlockingQueue<Boolean> calledOff = new LinkedBlockingQueue<>();
    CountDownLatch later = new CountDownLatch(1);
    lane.execute(
        () -> {
          Lane.Cancellable timer = lane.schedule(Duration.ofMillis(30), fired::incrementAndGet);
          calledOff.add(timer.cancel());
          calledOff.add(timer.cancel());
          lane.schedule(Duration.ofMillis(60), later::countDown);
        });
    assertThat(later.await(5, SECONDS)).isTrue();
    assertThat(fired).hasValue(0);
    assertThat(calledOff).containsExactly(true, false);
  }

  @Test
  void aTimerCalledOffFromElsewhereBeforeItsTimeDoesNotFire() throws InterruptedException {
    LaneImpl lane = lanes.lane(4);
    AtomicInteger fired = new AtomicInteger();
    CountDownLatch later = new CountDownLatch(1);
    Lane.Cancellable timer = lane.schedule(Duration.ofSeconds(1), fired::incrementAndGet);
    assertThat(timer.cancel()).isTrue();
    lane.schedule(Duration.ofMillis(1_100), later::countDown);
    assertThat(later.await(5, SECONDS)).isTrue();
    assertThat(fired).hasValue(0);
  }

  @Test
  void aRepeatedTimerGoesOnUntilItIsCalledOff() throws InterruptedException {
    LaneImpl lane = lanes.lane(6);
    AtomicInteger fired = new AtomicInteger();
    CountDownLatch three = new CountDownLatch(3);
    Lane.Cancellable timer =
        lane.scheduleRepeatedly(
            0,
            10,
            () -> {
              fired.incrementAndGet();
              three.countDown();
            });
    assertThat(three.await(5, SECONDS)).isTrue();
    timer.cancel();
    await(lane);
    int atTheEnd = fired.get();
    CountDownLatch later = new CountDownLatch(1);
    lane.schedule(Duration.ofMillis(50), later::countDown);
    assertThat(later.await(5, SECONDS)).isTrue();
    assertThat(fired).hasValue(atTheEnd);
  }

  private static void await(LaneImpl lane) throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    lane.execute(reached::countDown);
    assertThat(reached.await(10, SECONDS)).isTrue();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Doing extends WorkItem {

    private final Runnable what;

    Doing(Runnable what) {
      this.what = what;
    }

    @Override
    protected void run() {
      what.run();
    }
  }

  private static final class Counting extends WorkItem {

    private final AtomicInteger count;

    Counting(AtomicInteger count) {
      this.count = count;
    }

    @Override
    protected void run() {
      count.incrementAndGet();
    }
  }
}
