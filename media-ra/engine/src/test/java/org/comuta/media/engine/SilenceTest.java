package org.comuta.media.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comuta.media.engine.Calls.held;
import static org.comuta.media.engine.Calls.line;
import static org.comuta.media.engine.Calls.now;
import static org.comuta.media.engine.Calls.side;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts.LinePorts;
import org.comuta.media.MediaConnection;
import org.comuta.media.MediaListener;
import org.comuta.media.MediaSide;
import org.comuta.media.Side;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SilenceTest extends EngineTest {
  private static final Duration LIMIT = Duration.ofMillis(400);

  private final Ears ears = new Ears();

  @Test
  void aSideThatNeverSendsIsToldOnce() throws Exception {
    engine.listen(ears);
    open("1", side(phone().remote()), held(side(phone().remote())));
    assertThat(ears.next(5000)).isEqualTo("1 CALLER");
    assertThat(ears.next(3 * LIMIT.toMillis())).isNull();
  }

  @Test
  void aSideThatFallsSilentAgainIsToldAgain() throws Exception {
    engine.listen(ears);
    Phone caller = phone();
    Phone called = phone();
    LinePorts ports = open("1", side(caller.remote()), held(side(called.remote())));
    assertThat(ears.next(5000)).isEqualTo("1 CALLER");
    caller.send("127.0.0.1", ports.caller().rtp(), Phone.rtp(1, 1));
    called.receive();
    assertThat(ears.next(5000)).isEqualTo("1 CALLER");
  }

  @Test
  void whoIsOnHoldIsNotWatchedUntilTheHoldIsOver() throws Exception {
    engine.listen(ears);
    MediaSide caller = side(phone().remote());
    MediaSide called = side(phone().remote());
    open("1", held(caller), held(called));
    assertThat(ears.next(3 * LIMIT.toMillis())).isNull();
    long resumed = System.nanoTime();
    open("1", caller, held(called));
    assertThat(ears.next(5000)).isEqualTo("1 CALLER");
    assertThat(System.nanoTime() - resumed)
        .isGreaterThan(LIMIT.toNanos() - TimeUnit.MILLISECONDS.toNanos(150));
  }

  @Test
  void onlyWhoAskedForTheCallIsTold() throws Exception {
    Ears others = new Ears();
    engine.listen(others);
    try (MediaConnection connection = engine.connect()) {
      connection.listen(ears);
      now(connection.set(media("1", side(phone().remote()), side(phone().remote()))));
      assertThat(List.of(ears.expect(), ears.expect()))
          .containsExactlyInAnyOrder("1 CALLER", "1 CALLED");
    }
    assertThat(others.next(1)).isNull();
  }

  private LinePorts open(String id, MediaSide caller, MediaSide called) {
    return now(engine.set(media(id, caller, called))).lines().get(0);
  }

  private static CallMedia media(String id, MediaSide caller, MediaSide called) {
    return new CallMedia(id, List.of(line(caller, called)), LIMIT);
  }

  private static final class Ears implements MediaListener {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @Override
    public void silent(String callId, Side side) {
      told.add(callId + " " + side);
    }

    @Override
    public void engineLost() {}

    @Override
    public void engineBack() {}

    private @Nullable String next(long millis) throws InterruptedException {
      return told.poll(millis, TimeUnit.MILLISECONDS);
    }

    private String expect() throws InterruptedException {
      String next = next(5000);
      return next == null ? "nothing" : next;
    }
  }
}
