package org.comuta.media.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.comuta.media.CallMedia;
import org.comuta.media.MediaException;
import org.comuta.media.MediaException.Kind;
import org.comuta.media.MediaLine;
import org.comuta.media.MediaSide;
import org.comuta.media.MediaSide.SourceRule;
import org.comuta.media.PortRange;
import org.comuta.media.process.RemoteMediaEngine.Settings;
import org.comuta.media.process.protocol.Link;
import org.comuta.media.process.protocol.Message;
import org.comuta.media.process.protocol.Message.Hello;
import org.comuta.media.process.protocol.Message.Ports;
import org.comuta.media.process.protocol.Message.SetCall;
import org.comuta.media.process.protocol.Message.Welcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients and engines of different releases. */
@Timeout(60)
class VersionsTest {
  private static final PortRange RANGE = PortRange.of("30000-30009");

  @TempDir private Path folder;

  private static CallMedia call(PortRange ports) {
    SourceRule anybody = new SourceRule(false, List.of());
    MediaSide side =
        new MediaSide("127.0.0.1", ports, null, true, true, false, anybody, 0, List.of());
    MediaLine line = new MediaLine(MediaLine.Kind.AUDIO, true, side, side);
    return new CallMedia("call", List.of(line), Duration.ZERO);
  }

  private static RemoteMediaEngine client(Path socket) {
    return RemoteMediaEngine.start(Settings.of(socket, "node"));
  }

  private Path socket() {
    return folder.resolve("run").resolve("media.sock");
  }

  @Test
  void bothOfThisReleaseSpeakOfRangesOfPorts() throws Exception {
    FakeEngine engine = new FakeEngine();
    try (MediaServer server = MediaServer.start(engine, socket(), Duration.ofMinutes(2));
        RemoteMediaEngine client = client(socket())) {
      assertThat(server.orphans()).isZero();
      await(() -> client.instance().isPresent());
      client.set(call(RANGE)).toCompletableFuture().get(10, TimeUnit.SECONDS);
      assertThat(engine.calls).containsEntry("call", call(RANGE));
    }
  }

  @Test
  void aClientOfTheReleaseBeforeIsServed() throws Exception {
    FakeEngine engine = new FakeEngine();
    BlockingQueue<Message> answers = new LinkedBlockingQueue<>();
    try (MediaServer server = MediaServer.start(engine, socket(), Duration.ofMinutes(2));
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket()));
        Link link = new Link(channel, "client-of-version-one")) {
      Thread reader = Thread.ofVirtual().start(() -> link.receive(answers::add));
      link.send(new Hello(1, 1, "node"));
      assertThat(answers.poll(10, TimeUnit.SECONDS)).isEqualTo(new Welcome(1, server.instance()));
      link.send(new SetCall(7, call(PortRange.ENGINE)));
      assertThat(answers.poll(10, TimeUnit.SECONDS)).isInstanceOf(Ports.class);
      assertThat(engine.calls).containsEntry("call", call(PortRange.ENGINE));
      link.close();
      reader.join();
    }
  }

  @Test
  void anEngineOfTheReleaseBeforeIsAskedForItsOwnPortsOnly() throws Exception {
    Path socket = folder.resolve("old.sock");
    try (FixedVersionEngine engine = new FixedVersionEngine(socket, 1);
        RemoteMediaEngine client = client(socket)) {
      await(() -> client.instance().isPresent());
      assertThat(engine.greetings).containsExactly(new Hello(1, 2, "node"));
      assertThatThrownBy(() -> client.set(call(RANGE)).toCompletableFuture().join())
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOfSatisfying(
              MediaException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID))
          .hasMessageContaining("version 1 carries no range of ports");
      client.set(call(PortRange.ENGINE)).toCompletableFuture().get(10, TimeUnit.SECONDS);
      assertThat(engine.set).containsExactly(call(PortRange.ENGINE));
    }
  }

  @Test
  void anEngineThatSpeaksAVersionNobodyAskedForIsNone() throws Exception {
    Path socket = folder.resolve("new.sock");
    try (FixedVersionEngine engine = new FixedVersionEngine(socket, 3);
        RemoteMediaEngine client = client(socket)) {
      // It connects again and again.
      await(() -> engine.greetings.size() >= 2);
      assertThat(client.instance()).isEmpty();
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }
}
