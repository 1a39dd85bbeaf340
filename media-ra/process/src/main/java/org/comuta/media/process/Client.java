package org.comuta.media.process;

import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.comuta.media.CallMedia;
import org.comuta.media.EngineFigures;
import org.comuta.media.MediaException;
import org.comuta.media.MediaException.Kind;
import org.comuta.media.Side;
import org.comuta.media.process.protocol.Link;
import org.comuta.media.process.protocol.Message;
import org.comuta.media.process.protocol.Message.AskFigures;
import org.comuta.media.process.protocol.Message.AskStatistics;
import org.comuta.media.process.protocol.Message.Claim;
import org.comuta.media.process.protocol.Message.Claimed;
import org.comuta.media.process.protocol.Message.EndCall;
import org.comuta.media.process.protocol.Message.Failed;
import org.comuta.media.process.protocol.Message.Figures;
import org.comuta.media.process.protocol.Message.Hello;
import org.comuta.media.process.protocol.Message.Ports;
import org.comuta.media.process.protocol.Message.Refused;
import org.comuta.media.process.protocol.Message.Request;
import org.comuta.media.process.protocol.Message.SetCall;
import org.comuta.media.process.protocol.Message.Silent;
import org.comuta.media.process.protocol.Message.Statistics;
import org.comuta.media.process.protocol.Message.Welcome;
import org.comuta.media.process.protocol.MessageCodec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client of the engine's process. Its requests are handed to the engine in the order they came;
 * answers go out as the engine completes them.
 */
final class Client {
  private static final Logger LOG = LoggerFactory.getLogger(Client.class);

  private final MediaServer server;
  private final Link link;
  private final Thread reader;
  private final long greetingDue = System.nanoTime() + MediaServer.PATIENCE.toNanos();
  private volatile @Nullable String owner;
  private volatile @Nullable String closeReason;

  Client(MediaServer server, SocketChannel channel) {
    this.server = server;
    this.link = new Link(channel, "comuta-media-server-writer");
    this.reader =
        Thread.ofPlatform().daemon().name("comuta-media-server-reader").unstarted(this::receive);
  }

  void start() {
    reader.start();
  }

  /** Whose calls it holds; empty for one that only looks, or has not said yet. */
  String owner() {
    return owner == null ? "" : owner;
  }

  void send(Message message) {
    if (!link.send(message) && link.isOpen()) {
      close("it does not read what it is sent");
    }
  }

  void close(String reason) {
    if (closeReason == null) {
      closeReason = reason;
    }
    link.close();
  }

  /** Ends it when it has had time enough to say who it is. */
  void requireGreeting() {
    if (owner == null && System.nanoTime() - greetingDue > 0) {
      close("it did not say who it is");
    }
  }

  /** Waits for its threads to end after {@link #close}. */
  void join() {
    try {
      reader.join(MediaServer.PATIENCE);
      link.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits, within reason, until everything sent is on its way. */
  void drain() {
    long deadline = System.nanoTime() + MediaServer.PATIENCE.toNanos();
    try {
      while (link.isOpen() && !link.drained() && System.nanoTime() < deadline) {
        Thread.sleep(Duration.ofMillis(5));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void receive() {
    String end = link.receive(this::handle);
    server.left(this, closeReason == null ? end : closeReason);
  }

  private void handle(Message message) {
    switch (message) {
      case Hello hello when owner == null -> greet(hello);
      case Request request when owner != null -> answer(request);
      default -> refuse("unexpected " + message.getClass().getSimpleName());
    }
  }

  private void greet(Hello hello) {
    int version = Math.min(hello.highest(), MessageCodec.HIGHEST_VERSION);
    if (version < Math.max(hello.lowest(), MessageCodec.LOWEST_VERSION)) {
      refuse(
          "the client speaks versions %d to %d, the engine %d to %d"
              .formatted(
                  hello.lowest(),
                  hello.highest(),
                  MessageCodec.LOWEST_VERSION,
                  MessageCodec.HIGHEST_VERSION));
      return;
    }
    link.speak(version);
    owner = hello.owner();
    if (!hello.owner().isEmpty()) {
      server.holdings().greeted();
    }
    server.entered(this);
    send(new Welcome(version, server.instance()));
    if (!hello.owner().isEmpty()) {
      LOG.info("Client {} is there", this);
    }
  }

  private void refuse(String reason) {
    LOG.warn("Client {} is refused: {}", this, reason);
    send(new Refused(reason));
    drain();
    close(reason);
  }

  private void answer(Request request) {
    try {
      switch (request) {
        case SetCall set -> set(set.number(), set.media());
        case AskStatistics ask ->
            answer(
                ask.number(),
                server.engine().statistics(ask.callId()),
                statistics -> new Statistics(ask.number(), statistics));
        case EndCall end -> end(end.number(), end.callId());
        case Claim claim -> claim(claim);
        case AskFigures ask ->
            answer(
                ask.number(),
                server.engine().figures(),
                figures -> new Figures(ask.number(), withProcessorTime(figures)));
      }
    } catch (MediaException e) {
      fail(request.number(), e);
    } catch (RuntimeException e) {
      LOG.error("A request of client {} could not be carried out", this, e);
      fail(request.number(), e);
    }
  }

  private void set(int number, CallMedia media) {
    requireOwner();
    if (!server.holdings().setting(this, media.callId())) {
      throw heldByAnother();
    }
    boolean asked = false;
    try {
      CompletionStage<?> set =
          answer(number, server.engine().set(media), ports -> new Ports(number, ports));
      asked = true;
      set.whenComplete((ports, failure) -> server.holdings().set(media.callId(), failure == null));
    } finally {
      if (!asked) {
        server.holdings().set(media.callId(), false);
      }
    }
  }

  private void end(int number, String callId) {
    requireOwner();
    if (!server.holdings().ending(this, callId)) {
      throw heldByAnother();
    }
    answer(number, server.engine().end(callId), statistics -> new Statistics(number, statistics));
  }

  private void claim(Claim claim) {
    requireOwner();
    Holdings.Claimed claimed = server.holdings().claim(this, claim.callIds());
    server.end(claimed.dropped());
    send(new Claimed(claim.number(), claimed.held().stream().toList()));
    for (Map.Entry<String, Set<Side>> silent : claimed.silent().entrySet()) {
      silent.getValue().forEach(side -> send(new Silent(silent.getKey(), side)));
    }
  }

  private void requireOwner() {
    if (owner().isEmpty()) {
      throw new MediaException(Kind.INVALID, "a client without a name may only look");
    }
  }

  private static MediaException heldByAnother() {
    return new MediaException(Kind.INVALID, "another client holds this call");
  }

  private <T> CompletionStage<T> answer(
      int number, CompletionStage<T> stage, Function<T, Message> answer) {
    return stage.whenComplete(
        (result, failure) -> {
          if (failure == null) {
            send(answer.apply(result));
          } else {
            fail(number, failure);
          }
        });
  }

  private void fail(int number, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    String reason = String.valueOf(cause.getMessage());
    Kind kind = cause instanceof MediaException known ? known.kind() : Kind.NO_RESOURCES;
    send(new Failed(number, kind, reason.substring(0, Math.min(reason.length(), 200))));
  }

  private static EngineFigures withProcessorTime(EngineFigures figures) {
    Duration ofProcess =
        ProcessHandle.current().info().totalCpuDuration().orElse(figures.processorTime());
    return new EngineFigures(
        figures.calls(),
        figures.portsInUse(),
        figures.portsOfRange(),
        figures.packetsReceived(),
        figures.packetsSent(),
        figures.strangersDropped(),
        figures.malformedDropped(),
        ofProcess);
  }

  @Override
  public String toString() {
    return owner().isEmpty() ? "(without a name)" : owner();
  }
}
