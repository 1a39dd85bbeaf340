package org.comuta.media.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.comuta.media.CallMedia;
import org.comuta.media.process.RemoteMediaEngine.Settings;
import org.comuta.media.process.protocol.Message.AskFigures;
import org.comuta.media.process.protocol.Message.Hello;
import org.comuta.media.process.protocol.MessageCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The engine's process among clients that do not keep to the protocol. */
@Timeout(60)
class MediaServerTest {
  private final FakeEngine engine = new FakeEngine();
  private Path folder = Path.of("unset");
  private Path socket = Path.of("unset");
  private AutoCloseable server = () -> {};

  @BeforeEach
  @BeforeProperty
  void serve() throws IOException {
    folder = Files.createTempDirectory("media");
    socket = folder.resolve("media.sock");
    server = MediaServer.start(engine, socket, Duration.ofMinutes(2));
  }

  @AfterEach
  @AfterProperty
  void close() throws Exception {
    server.close();
    Files.delete(folder.resolve("media.sock.lock"));
    Files.delete(folder);
  }

  @Property(tries = 100)
  void noOctetsHarmTheOtherClients(@ForAll @Size(min = 1, max = 200) byte[] octets)
      throws Exception {
    try (SocketChannel channel = connect()) {
      channel.write(ByteBuffer.wrap(octets));
      channel.shutdownOutput();
      readToTheEnd(channel);
    }
    requireService();
  }

  @Property(tries = 100)
  void noFrameAfterAGreetingHarmsTheOtherClients(@ForAll @Size(min = 1, max = 200) byte[] octets)
      throws Exception {
    try (SocketChannel channel = connect()) {
      channel.write(MessageCodec.encode(new Hello(1, 2, "strange"), 1));
      channel.write(ByteBuffer.allocate(4).putInt(octets.length).flip());
      channel.write(ByteBuffer.wrap(octets));
      channel.shutdownOutput();
      readToTheEnd(channel);
    }
    requireService();
  }

  @Test
  void aFrameThatIsTooLongEndsTheConnectionAtOnce() throws Exception {
    try (SocketChannel channel = connect()) {
      channel.write(ByteBuffer.wrap(HexFormat.of().parseHex("7fffffff")));
      assertThat(readToTheEnd(channel)).isZero();
    }
    requireService();
  }

  @Test
  void aRequestBeforeTheGreetingIsRefused() throws Exception {
    try (SocketChannel channel = connect()) {
      channel.write(MessageCodec.encode(new AskFigures(1), 1));
      assertThat(readToTheEnd(channel)).isPositive();
    }
  }

  @Test
  void aClientOfAnotherVersionIsRefusedWithTheReason() throws Exception {
    try (SocketChannel channel = connect()) {
      channel.write(MessageCodec.encode(new Hello(3, 9, "tomorrow"), 1));
      assertThat(readText(channel)).contains("versions 3 to 9, the engine 1 to 2");
    }
  }

  @Test
  void aClientThatDoesNotReadIsLetGoAndTheOthersAreServed() throws Exception {
    try (SocketChannel channel = connect()) {
      channel.write(MessageCodec.encode(new Hello(1, 2, "deaf"), 1));
      ByteBuffer requests = ByteBuffer.allocate(9 * 1000);
      for (int i = 0; i < 1000; i++) {
        requests.put(MessageCodec.encode(new AskFigures(i), 2));
      }
      assertThat(writeUntilClosed(channel, requests.flip())).isTrue();
    }
    requireService();
  }

  @Test
  void noMoreThanSixteenClientsAreServedAtOnce() throws Exception {
    List<SocketChannel> clients = new ArrayList<>();
    try {
      for (int i = 0; i < 17; i++) {
        SocketChannel channel = connect();
        clients.add(channel);
        if (i < 16) {
          channel.write(MessageCodec.encode(new Hello(1, 2, ""), 1));
          assertThat(channel.read(ByteBuffer.allocate(100))).isPositive();
        }
      }
      assertThat(readToTheEnd(clients.getLast())).isZero();
    } finally {
      for (SocketChannel channel : clients) {
        channel.close();
      }
    }
  }

  /** Whether the other end closed before a hundred million octets were taken. */
  private static boolean writeUntilClosed(SocketChannel channel, ByteBuffer octets) {
    try {
      for (int i = 0; i < 11_000; i++) {
        channel.write(octets.rewind());
      }
      return false;
    } catch (IOException closed) {
      return true;
    }
  }

  private SocketChannel connect() throws IOException {
    return SocketChannel.open(UnixDomainSocketAddress.of(socket));
  }

  private void requireService() throws Exception {
    try (RemoteMediaEngine client = RemoteMediaEngine.start(Settings.of(socket, "good"))) {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      while (client.instance().isEmpty()) {
        assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
        Thread.onSpinWait();
      }
      CallMedia call = new CallMedia("call", List.of(), Duration.ZERO);
      client.set(call).toCompletableFuture().get(10, TimeUnit.SECONDS);
      client.end("call").toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
  }

  /** How many octets came before the other end closed. */
  private static int readToTheEnd(SocketChannel channel) {
    ByteBuffer into = ByteBuffer.allocate(64 * 1024);
    try {
      while (channel.read(into) >= 0) {
        assertThat(into.hasRemaining()).isTrue();
      }
    } catch (IOException reset) {
      // Closed with octets unread.
    }
    return into.position();
  }

  private static String readText(SocketChannel channel) throws IOException {
    ByteBuffer into = ByteBuffer.allocate(1024);
    while (channel.read(into) >= 0) {
      assertThat(into.hasRemaining()).isTrue();
    }
    return StandardCharsets.UTF_8.decode(into.flip()).toString();
  }
}
