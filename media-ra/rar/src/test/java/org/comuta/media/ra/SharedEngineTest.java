package org.comuta.media.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.comuta.media.CallMedia;
import org.comuta.media.MediaConnection;
import org.comuta.media.MediaException;
import org.comuta.media.MediaException.Kind;
import org.comuta.media.MediaListener;
import org.comuta.media.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedEngineTest {
  private final AtomicLong now = new AtomicLong();
  private final FakeEngine engine = new FakeEngine();
  private final SharedEngine shared = new SharedEngine(engine, Duration.ofMinutes(2), now::get);
  private final MediaManagedConnection managed = new MediaManagedConnection(shared);

  @AfterEach
  void close() {
    shared.close();
  }

  @Test
  void aClosedConnectionFailsAndItsCallsLiveOn() {
    MediaConnection connection = connect();
    get(connection.set(call("one")));
    connection.close();
    assertThat(failureOf(connection.set(call("two")))).isEqualTo(Kind.INVALID);
    assertThat(failureOf(connection.end("one"))).isEqualTo(Kind.INVALID);
    assertThat(failureOf(connection.figures())).isEqualTo(Kind.INVALID);
    assertThatThrownBy(() -> connection.listen(new Words())).isInstanceOf(MediaException.class);
    assertThat(engine.calls).containsExactly("one");
    connection.close();
  }

  @Test
  void callsThatAClosedConnectionLeftEndWhenNobodyClaimsThem() {
    MediaConnection first = connect();
    get(first.set(call("left")));
    get(first.set(call("ended")));
    get(first.end("ended"));
    first.close();
    MediaConnection second = connect();
    get(second.set(call("another's")));
    assertThat(shared.orphans()).isEqualTo(1);

    pass(Duration.ofSeconds(119));
    shared.recover();
    assertThat(engine.calls).containsExactlyInAnyOrder("left", "another's");
    pass(Duration.ofSeconds(1));
    shared.recover();
    assertThat(engine.calls).containsExactly("another's");
    assertThat(shared.recovered()).isEqualTo(1);
  }

  @Test
  void callsThatAClosedConnectionLeftGoOnWithTheOneThatClaimsThem() {
    MediaConnection first = connect();
    get(first.set(call("kept")));
    get(first.set(call("left")));
    first.close();
    MediaConnection second = connect();
    assertThat(get(second.claim(List.of("kept")))).containsExactly("kept");
    pass(Duration.ofMinutes(2));
    shared.recover();
    assertThat(engine.calls).containsExactly("kept");
  }

  @Test
  void aClaimAdoptsCallsOfAnEarlierServer() {
    engine.calls.addAll(Set.of("answered", "unknown"));
    MediaConnection connection = connect();
    assertThat(get(connection.claim(List.of("answered", "gone")))).containsExactly("answered");
    assertThat(engine.calls).containsExactly("answered");
    assertThat(shared.calls()).isEqualTo(1);
    shared.recover();
    assertThat(engine.calls).containsExactly("answered");
  }

  @Test
  void aClaimLeavesTheCallsOfOtherConnectionsAlone() {
    MediaConnection one = connect();
    MediaConnection other = connect();
    get(one.set(call("one")));
    get(other.set(call("other")));
    assertThat(get(one.claim(List.of("other")))).isEmpty();
    assertThat(engine.calls).containsExactly("other");
    assertThat(failureOf(one.set(call("other")))).isEqualTo(Kind.INVALID);
  }

  @Test
  void whatOnlyTheEngineKnowsIsEnded() {
    MediaConnection connection = connect();
    get(connection.set(call("known")));
    // As after a request that timed out here and was carried out there.
    engine.calls.add("leaked");
    shared.recover();
    assertThat(engine.calls).containsExactly("known");
  }

  @Test
  void anEngineThatComesBackIsToldWhatIsHeldBeforeAnybodyElse() {
    MediaConnection connection = connect();
    get(connection.set(call("known")));
    Words words = new Words();
    connection.listen(words);
    engine.listeners.forEach(MediaListener::engineLost);
    engine.calls.add("not ours any more");
    engine.listeners.forEach(MediaListener::engineBack);
    assertThat(engine.calls).containsExactly("known");
    assertThat(words.told).containsExactly("lost", "back");
  }

  @Test
  void recoveryWithoutAnEngineDoesNothing() {
    MediaConnection connection = connect();
    get(connection.set(call("one")));
    engine.lost = true;
    shared.recover();
    assertThat(failureOf(connection.claim(List.of("one", "two")))).isEqualTo(Kind.ENGINE_LOST);
    assertThat(shared.calls()).isEqualTo(1);
  }

  @Test
  void silenceIsToldToTheConnectionOfTheCall() {
    MediaConnection one = connect();
    MediaConnection other = connect();
    Words heardByOne = new Words();
    Words heardByOther = new Words();
    one.listen(heardByOne);
    other.listen(heardByOther);
    get(one.set(call("one")));
    engine.listeners.forEach(listener -> listener.silent("one", Side.CALLED));
    assertThat(heardByOne.told).containsExactly("silent one CALLED");
    assertThat(heardByOther.told).isEmpty();
  }

  @Test
  void theServerIsToldOfAClosedConnectionAndMayCleanUpItself() throws ResourceException {
    Closings closings = new Closings();
    managed.addConnectionEventListener(closings);
    MediaConnection closed = connect();
    MediaConnection open = connect();
    closed.close();
    closed.close();
    assertThat(closings.handles).containsExactly(closed);
    managed.cleanup();
    assertThat(failureOf(open.set(call("one")))).isEqualTo(Kind.INVALID);
    assertThat(shared.connections()).isZero();
  }

  @Test
  void aHandleThatTheServerMovesClosesWhereItIsNow() throws ResourceException {
    MediaConnection handle = connect();
    MediaManagedConnection other = new MediaManagedConnection(shared);
    Closings closings = new Closings();
    other.addConnectionEventListener(closings);
    other.associateConnection(handle);
    managed.cleanup();
    get(handle.set(call("one")));
    handle.close();
    assertThat(closings.handles).containsExactly(handle);
  }

  private MediaConnection connect() {
    return (MediaConnection) managed.getConnection(null, null);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private static CallMedia call(String callId) {
    return new CallMedia(callId, List.of(), Duration.ZERO);
  }

  private static <T> T get(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  private static Kind failureOf(CompletionStage<?> stage) {
    try {
      throw new AssertionError("succeeded: " + get(stage));
    } catch (CompletionException e) {
      assertThat(e.getCause()).isInstanceOf(MediaException.class);
      return e.getCause() instanceof MediaException failure ? failure.kind() : Kind.NO_PORTS;
    }
  }

  private static final class Words implements MediaListener {
    private final List<String> told = new ArrayList<>();

    @Override
    public void silent(String callId, Side side) {
      told.add("silent " + callId + " " + side);
    }

    @Override
    public void engineLost() {
      told.add("lost");
    }

    @Override
    public void engineBack() {
      told.add("back");
    }
  }

  private static final class Closings implements ConnectionEventListener {
    private final List<Object> handles = new ArrayList<>();

    @Override
    public void connectionClosed(ConnectionEvent event) {
      handles.add(event.getConnectionHandle());
    }

    @Override
    public void localTransactionStarted(ConnectionEvent event) {}

    @Override
    public void localTransactionCommitted(ConnectionEvent event) {}

    @Override
    public void localTransactionRolledback(ConnectionEvent event) {}

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {}
  }
}
