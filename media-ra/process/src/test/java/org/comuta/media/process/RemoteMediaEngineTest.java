package org.comuta.media.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts;
import org.comuta.media.MediaException;
import org.comuta.media.MediaException.Kind;
import org.comuta.media.Side;
import org.comuta.media.process.RemoteMediaEngine.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RemoteMediaEngineTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir private Path folder;
  private final FakeEngine engine = new FakeEngine();
  private final List<AutoCloseable> open = new ArrayList<>();
  private Path socket = Path.of("unset");

  @BeforeEach
  void choosePlace() {
    socket = folder.resolve("run").resolve("media.sock");
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  @Test
  void requestsAreCarriedOutAndAnswered() throws Exception {
    serve(LONG);
    RemoteMediaEngine client = client("node");
    CallPorts ports = get(client.set(call("one")));
    assertThat(ports.lines()).isEmpty();
    assertThat(engine.calls).containsEntry("one", call("one"));
    assertThat(get(client.statistics("one")).lines()).isEmpty();
    assertThat(get(client.figures()).calls()).isEqualTo(1);
    assertThat(get(client.end("one")).lines()).isEmpty();
    assertThat(engine.calls).isEmpty();
    assertThat(failureOf(client.end("one"))).isEqualTo(Kind.NO_SUCH_CALL);
    engine.full = true;
    assertThat(failureOf(client.set(call("two")))).isEqualTo(Kind.NO_PORTS);
  }

  @Test
  void manyRequestsUnderWayAtOnceEachGetTheirOwnAnswer() throws Exception {
    serve(LONG);
    RemoteMediaEngine client = client("node");
    List<CompletionStage<CallPorts>> sets = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      sets.add(client.set(call("call-" + i)));
    }
    for (CompletionStage<CallPorts> set : sets) {
      get(set);
    }
    assertThat(engine.calls).hasSize(2000);
    assertThat(get(client.claim(engine.calls.keySet()))).hasSize(2000);
  }

  @Test
  void silenceIsToldToWhoHoldsTheCall() throws Exception {
    serve(LONG);
    Events mine = new Events();
    Events others = new Events();
    RemoteMediaEngine client = client("node", mine);
    RemoteMediaEngine other = client("other", others);
    get(client.set(call("one")));
    get(other.set(call("two")));
    engine.fallSilent("one", Side.CALLED);
    engine.fallSilent("two", Side.CALLER);
    mine.await("silent one CALLED");
    others.await("silent two CALLER");
  }

  @Test
  void callsOutliveTheirClientAndAreClaimedByTheNext() throws Exception {
    MediaServer server = serve(LONG);
    RemoteMediaEngine first = client("node");
    get(first.set(call("one")));
    get(first.set(call("two")));
    first.close();
    await(() -> server.orphans() == 2);

    Events events = new Events();
    RemoteMediaEngine second = client("node", events);
    engine.fallSilent("one", Side.CALLER);
    assertThat(get(second.claim(List.of("one", "unknown")))).containsExactly("one");
    events.await("silent one CALLER");
    assertThat(server.orphans()).isEqualTo(1);
    assertThat(engine.calls.keySet()).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void callsThatNobodyClaimsEnd() throws Exception {
    serve(Duration.ofMillis(200));
    RemoteMediaEngine first = client("node");
    get(first.set(call("kept")));
    get(first.set(call("orphan")));
    RemoteMediaEngine second = client("other");
    get(second.set(call("another's")));
    first.close();
    await(() -> engine.calls.keySet().equals(Set.of("another's")));
  }

  @Test
  void anOwnerThatConnectsAnewHasItsCallsAtOnce() throws Exception {
    serve(LONG);
    RemoteMediaEngine hung = client("node");
    get(hung.set(call("one")));
    // The first is still connected: its place goes to the second.
    RemoteMediaEngine second = client("node");
    assertThat(get(second.claim(List.of("one")))).containsExactly("one");
  }

  @Test
  void aCallOfAnotherClientIsLeftAlone() throws Exception {
    serve(LONG);
    RemoteMediaEngine client = client("node");
    RemoteMediaEngine other = client("other");
    get(client.set(call("one")));
    assertThat(failureOf(other.set(call("one")))).isEqualTo(Kind.INVALID);
    assertThat(failureOf(other.end("one"))).isEqualTo(Kind.INVALID);
    assertThat(get(other.claim(List.of("one")))).isEmpty();
    assertThat(engine.calls).containsKey("one");
  }

  @Test
  void aClientWithoutANameOnlyLooks() throws Exception {
    serve(LONG);
    RemoteMediaEngine looker = client("");
    assertThat(get(looker.figures()).portsOfRange()).isEqualTo(2000);
    assertThat(failureOf(looker.set(call("one")))).isEqualTo(Kind.INVALID);
    assertThat(failureOf(looker.claim(List.of()))).isEqualTo(Kind.INVALID);
  }

  @Test
  void anEngineThatEndsIsToldOnceAndItsSuccessorToo() throws Exception {
    Events events = new Events();
    MediaServer server = serve(LONG);
    RemoteMediaEngine client = client("node", events);
    var before = client.instance();
    assertThat(before).contains(server.instance());
    engine.hangs = true;
    CompletionStage<CallPorts> underWay = client.set(call("one"));
    server.close();
    assertThat(failureOf(underWay)).isEqualTo(Kind.ENGINE_LOST);
    events.await("lost");
    assertThat(failureOf(client.figures())).isEqualTo(Kind.ENGINE_LOST);
    assertThat(client.instance()).isEmpty();
    engine.hangs = false;
    serve(LONG);
    events.await("back");
    assertThat(client.instance()).isPresent().isNotEqualTo(before);
    get(client.set(call("one")));
  }

  @Test
  void aRequestThatTakesTooLongFailsAndTheNextDoesNot() throws Exception {
    serve(LONG);
    RemoteMediaEngine client = client("node");
    engine.hangs = true;
    assertThat(failureOf(client.set(call("one")))).isEqualTo(Kind.ENGINE_LOST);
    engine.hangs = false;
    get(client.set(call("two")));
  }

  @Test
  void withoutAnEngineRequestsFailAtOnce() {
    RemoteMediaEngine client = started("node");
    assertThat(failureOf(client.set(call("one")))).isEqualTo(Kind.ENGINE_LOST);
  }

  @Test
  void closingLeavesNoThread() throws Exception {
    MediaServer server = serve(LONG);
    RemoteMediaEngine client = client("node");
    get(client.set(call("one")));
    client.close();
    server.close();
    await(
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("comuta-media")));
    assertThat(socket).doesNotExist();
  }

  @Test
  void theSocketIsItsOwnersAlone() throws Exception {
    serve(LONG);
    assertThat(permissions(socket)).isEqualTo("rw-------");
    assertThat(permissions(folder.resolve("run"))).isEqualTo("rwx------");
  }

  @Test
  void aFolderOthersMayEnterIsRefused() throws Exception {
    Files.createDirectory(
        folder.resolve("run"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.setPosixFilePermissions(
        folder.resolve("run"), PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThatThrownBy(() -> serve(LONG))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("its owner's alone");
  }

  @Test
  void aSecondEngineOnTheSameSocketIsRefusedAndTheFirstGoesOn() throws Exception {
    serve(LONG);
    assertThatThrownBy(() -> serve(LONG))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another engine lives on");
    get(client("node").set(call("one")));
  }

  @Test
  void aSocketLeftBehindIsReplaced() throws Exception {
    serve(LONG).close();
    Files.createFile(socket);
    serve(LONG);
    get(client("node").set(call("one")));
  }

  @Test
  void aPathThatIsTooLongIsRefusedWithItsLength() {
    socket = folder.resolve("x".repeat(120)).resolve("media.sock");
    assertThatThrownBy(() -> serve(LONG)).hasMessageContaining("at most 107");
    assertThatThrownBy(() -> started("node"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 107");
  }

  private MediaServer serve(Duration claimLimit) throws IOException {
    MediaServer server = MediaServer.start(engine, socket, claimLimit);
    open.add(server);
    return server;
  }

  private RemoteMediaEngine started(String owner) {
    RemoteMediaEngine client =
        RemoteMediaEngine.start(
            new Settings(socket, owner, Duration.ofMillis(500), Duration.ofSeconds(5)));
    open.add(client);
    return client;
  }

  private RemoteMediaEngine client(String owner) {
    RemoteMediaEngine client = started(owner);
    await(() -> client.instance().isPresent());
    return client;
  }

  private RemoteMediaEngine client(String owner, Events events) throws Exception {
    RemoteMediaEngine client = client(owner);
    // Answered after all that the welcome told, so that nothing of it reaches the new listener.
    get(client.figures());
    client.listen(events);
    return client;
  }

  private static CallMedia call(String callId) {
    return new CallMedia(callId, List.of(), Duration.ofSeconds(30));
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private static Kind failureOf(CompletionStage<?> stage) {
    try {
      throw new AssertionError("succeeded: " + get(stage));
    } catch (ExecutionException e) {
      assertThat(e.getCause()).isInstanceOf(MediaException.class);
      return e.getCause() instanceof MediaException failure ? failure.kind() : Kind.INVALID;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }
}
