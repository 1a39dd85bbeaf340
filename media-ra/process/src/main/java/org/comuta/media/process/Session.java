package org.comuta.media.process;

import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.comuta.media.EngineFigures;
import org.comuta.media.MediaException;
import org.comuta.media.MediaException.Kind;
import org.comuta.media.Side;
import org.comuta.media.process.RemoteMediaEngine.Settings;
import org.comuta.media.process.protocol.Link;
import org.comuta.media.process.protocol.Message;
import org.comuta.media.process.protocol.Message.Answer;
import org.comuta.media.process.protocol.Message.AskFigures;
import org.comuta.media.process.protocol.Message.Claimed;
import org.comuta.media.process.protocol.Message.Failed;
import org.comuta.media.process.protocol.Message.Figures;
import org.comuta.media.process.protocol.Message.Hello;
import org.comuta.media.process.protocol.Message.Ports;
import org.comuta.media.process.protocol.Message.Refused;
import org.comuta.media.process.protocol.Message.Silent;
import org.comuta.media.process.protocol.Message.Statistics;
import org.comuta.media.process.protocol.Message.Welcome;
import org.comuta.media.process.protocol.MessageCodec;
import org.jspecify.annotations.Nullable;

/** One connection to the engine, with the requests under way on it. Any thread. */
final class Session {
  private static final long FIGURES_EVERY_NANOS = 1_000_000_000L;

  /** What happens on it; told on the thread that converses. */
  interface Events {
    void welcome(UUID instance);

    void silent(String callId, Side side);
  }

  /** Makes the request with a number. */
  interface Question {
    Message with(int number);
  }

  private record Pending<T>(Class<T> answer, CompletableFuture<T> future, long deadline) {
    void complete(Object result) {
      if (answer.isInstance(result)) {
        future.complete(answer.cast(result));
      } else {
        fail(Kind.ENGINE_LOST, "the engine gave another answer than was asked for");
      }
    }

    void fail(Kind kind, String reason) {
      future.completeExceptionally(new MediaException(kind, reason));
    }
  }

  private final Link link;
  private final Settings settings;
  private final Events events;
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Integer, Pending<?>> pending = new ConcurrentHashMap<>();
  private volatile boolean open = true;
  private volatile @Nullable UUID instance;
  private volatile EngineFigures lastFigures = EngineFigures.NONE;
  private volatile long lastHeard = System.nanoTime();
  private volatile @Nullable String closeReason;
  private long figuresAsked = System.nanoTime();

  Session(SocketChannel channel, Settings settings, Events events) {
    this.link = new Link(channel, "comuta-media-client-writer");
    this.settings = settings;
    this.events = events;
  }

  /** Greets, and receives until the end, whose reason it tells. */
  String converse() {
    lastHeard = System.nanoTime();
    link.send(
        new Hello(MessageCodec.LOWEST_VERSION, MessageCodec.HIGHEST_VERSION, settings.owner()));
    String end = link.receive(this::handle);
    return closeReason == null ? end : closeReason;
  }

  /** The engine's, once it has welcomed us. */
  @Nullable UUID instance() {
    return instance;
  }

  EngineFigures lastFigures() {
    return lastFigures;
  }

  <T> CompletionStage<T> ask(Class<T> answer, Question question) {
    CompletableFuture<T> future = new CompletableFuture<>();
    if (instance == null) {
      future.completeExceptionally(lost());
      return future;
    }
    int number = numbers.incrementAndGet();
    long deadline = System.nanoTime() + settings.requestLimit().toNanos();
    pending.put(number, new Pending<>(answer, future, deadline));
    try {
      if (!link.send(question.with(number)) && pending.remove(number) != null) {
        future.completeExceptionally(
            link.isOpen()
                ? new MediaException(Kind.NO_RESOURCES, "too many requests wait for the engine")
                : lost());
      }
    } catch (IllegalArgumentException e) {
      pending.remove(number);
      future.completeExceptionally(
          new MediaException(Kind.INVALID, String.valueOf(e.getMessage())));
    }
    // Closed between the look at the engine and the note of what was asked.
    if (!open && pending.remove(number) != null) {
      future.completeExceptionally(lost());
    }
    return future;
  }

  /** Called about ten times a second: gives up what takes too long, and an engine that is dead. */
  void tick() {
    long now = System.nanoTime();
    pending.forEach(
        (number, request) -> {
          if (now - request.deadline() > 0 && pending.remove(number) != null) {
            request.fail(Kind.ENGINE_LOST, "the engine did not answer in time");
          }
        });
    if (now - lastHeard > settings.lostAfter().toNanos()) {
      end("it has not answered for " + settings.lostAfter());
    } else if (instance != null && now - figuresAsked > FIGURES_EVERY_NANOS) {
      figuresAsked = now;
      ask(EngineFigures.class, AskFigures::new)
          .thenAccept(figures -> lastFigures = figures)
          .exceptionally(unanswered -> null);
    }
  }

  private void handle(Message message) {
    lastHeard = System.nanoTime();
    switch (message) {
      case Welcome welcome -> enter(welcome);
      case Refused refused -> end("refused: " + refused.reason());
      case Silent silent -> events.silent(silent.callId(), silent.side());
      case Answer answer -> complete(answer);
      default -> end("unexpected " + message.getClass().getSimpleName());
    }
  }

  private void enter(Welcome welcome) {
    int version = welcome.version();
    if (version < MessageCodec.LOWEST_VERSION || version > MessageCodec.HIGHEST_VERSION) {
      end("it speaks version " + version);
      return;
    }
    // Before anybody may ask: what is asked is written in it.
    link.speak(version);
    instance = welcome.instance();
    events.welcome(welcome.instance());
  }

  private void complete(Answer answer) {
    // Absent when the answer comes after its time.
    Pending<?> request = pending.remove(answer.number());
    if (request == null) {
      return;
    }
    switch (answer) {
      case Ports ports -> request.complete(ports.ports());
      case Statistics statistics -> request.complete(statistics.statistics());
      case Claimed claimed -> request.complete(new HashSet<>(claimed.callIds()));
      case Figures figures -> request.complete(figures.figures());
      case Failed failed -> request.fail(failed.kind(), failed.reason());
    }
  }

  private void end(String reason) {
    closeReason = reason;
    link.close();
  }

  /** Ends the connection; what is under way fails. */
  void close() {
    link.close();
    open = false;
    pending.forEach(
        (number, request) -> {
          if (pending.remove(number) != null) {
            request.fail(Kind.ENGINE_LOST, "the engine went away before it answered");
          }
        });
    try {
      link.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static MediaException lost() {
    return new MediaException(Kind.ENGINE_LOST, "there is no media engine");
  }
}
