package org.comuta.media.process;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts;
import org.comuta.media.CallStatistics;
import org.comuta.media.EngineFigures;
import org.comuta.media.MediaEngine;
import org.comuta.media.MediaException;
import org.comuta.media.MediaException.Kind;
import org.comuta.media.MediaListener;
import org.comuta.media.Side;
import org.comuta.media.process.protocol.Message.AskFigures;
import org.comuta.media.process.protocol.Message.AskStatistics;
import org.comuta.media.process.protocol.Message.Claim;
import org.comuta.media.process.protocol.Message.EndCall;
import org.comuta.media.process.protocol.Message.SetCall;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An engine in a process of its own, as its clients see it. It connects by itself, again and again.
 * Nobody is ever blocked: a request fails at once while there is no engine or too much waits, and
 * after a limit when no answer comes. An engine that answers nothing for a while counts as lost.
 */
public final class RemoteMediaEngine implements MediaEngine, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RemoteMediaEngine.class);
  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /**
   * How it behaves.
   *
   * @param socket the engine listens on
   * @param owner names whose calls these are; the same after a restart. Empty: only looks
   * @param requestLimit how long a request may take
   * @param lostAfter how long an engine may be silent that should speak
   */
  public record Settings(Path socket, String owner, Duration requestLimit, Duration lostAfter) {
    /** With the limits of production: requests 2 s, silence 5 s. */
    public static Settings of(Path socket, String owner) {
      return new Settings(socket, owner, Duration.ofSeconds(2), Duration.ofSeconds(5));
    }
  }

  private final Settings settings;
  private final List<MediaListener> listeners = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread connector;
  private final Thread clock;
  private volatile @Nullable Session session;
  private volatile @Nullable String lastTrouble;

  private RemoteMediaEngine(Settings settings) {
    this.settings = settings;
    this.connector =
        Thread.ofPlatform().daemon().name("comuta-media-client").unstarted(this::connect);
    this.clock = Thread.ofPlatform().daemon().name("comuta-media-clock").unstarted(this::tick);
  }

  /**
   * Begins to connect; the engine need not be there yet.
   *
   * @throws IllegalArgumentException when the path of the socket is too long
   */
  public static RemoteMediaEngine start(Settings settings) {
    try {
      SocketPlace.requireShort(settings.socket());
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    RemoteMediaEngine engine = new RemoteMediaEngine(settings);
    engine.connector.start();
    engine.clock.start();
    return engine;
  }

  @Override
  public CompletionStage<CallPorts> set(CallMedia media) {
    return ask(CallPorts.class, number -> new SetCall(number, media));
  }

  @Override
  public CompletionStage<CallStatistics> statistics(String callId) {
    return ask(CallStatistics.class, number -> new AskStatistics(number, callId));
  }

  @Override
  public CompletionStage<CallStatistics> end(String callId) {
    return ask(CallStatistics.class, number -> new EndCall(number, callId));
  }

  @Override
  @SuppressWarnings("unchecked") // the only kind of set there is
  public CompletionStage<Set<String>> claim(Collection<String> callIds) {
    List<String> named = List.copyOf(callIds);
    return ask(Set.class, number -> new Claim(number, named)).thenApply(held -> (Set<String>) held);
  }

  @Override
  public CompletionStage<EngineFigures> figures() {
    return ask(EngineFigures.class, AskFigures::new);
  }

  /** The first engine is told with {@code engineBack} too. */
  @Override
  public void listen(MediaListener listener) {
    listeners.add(listener);
  }

  /** The process that is there now, another one after each of its starts; empty while none is. */
  public Optional<UUID> instance() {
    Session now = session;
    return now == null ? Optional.empty() : Optional.ofNullable(now.instance());
  }

  /** What the engine last told of itself, at most about a second old; zeros while there is none. */
  public EngineFigures lastFigures() {
    Session now = session;
    return now == null ? EngineFigures.NONE : now.lastFigures();
  }

  private <T> CompletionStage<T> ask(Class<T> answer, Session.Question question) {
    Session now = session;
    return now == null
        ? CompletableFuture.failedFuture(
            new MediaException(Kind.ENGINE_LOST, "there is no media engine"))
        : now.ask(answer, question);
  }

  private void connect() {
    Duration pause = FIRST_PAUSE;
    while (closing.getCount() > 0) {
      boolean worked = converse();
      pause = worked ? FIRST_PAUSE : min(pause.multipliedBy(2), LONGEST_PAUSE);
      if (waitFor(pause)) {
        return;
      }
    }
  }

  /** One connection from its beginning to its end; whether the engine was there. */
  private boolean converse() {
    Session mine = null;
    try {
      SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      mine = new Session(channel, settings, new SessionEvents());
      session = mine;
      if (closing.getCount() == 0) {
        return false;
      }
      channel.connect(UnixDomainSocketAddress.of(settings.socket()));
      String end = mine.converse();
      tellTrouble(end);
      return mine.instance() != null;
    } catch (IOException e) {
      tellTrouble(String.valueOf(e.getMessage()));
      return false;
    } finally {
      session = null;
      if (mine != null) {
        end(mine);
      }
    }
  }

  private void end(Session mine) {
    boolean wasThere = mine.instance() != null;
    mine.close();
    if (wasThere && closing.getCount() > 0) {
      tell(MediaListener::engineLost);
    }
  }

  /** The same trouble again and again is told once. */
  private void tellTrouble(String trouble) {
    if (closing.getCount() > 0 && !trouble.equals(lastTrouble)) {
      lastTrouble = trouble;
      LOG.warn("No media engine at {}: {}", settings.socket(), trouble);
    }
  }

  private void tick() {
    while (!waitFor(TICK)) {
      Session now = session;
      if (now != null) {
        now.tick();
      }
    }
  }

  /** True when it is time to end. */
  private boolean waitFor(Duration pause) {
    try {
      return closing.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void tell(Consumer<MediaListener> event) {
    for (MediaListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (RuntimeException e) {
        LOG.error("A listener of the media engine failed", e);
      }
    }
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Ends the connection and the threads; requests under way fail. The engine's calls live on. */
  @Override
  public void close() {
    closing.countDown();
    Session now = session;
    if (now != null) {
      now.close();
    }
    try {
      connector.join(settings.lostAfter());
      clock.join(settings.lostAfter());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class SessionEvents implements Session.Events {
    @Override
    public void welcome(UUID instance) {
      lastTrouble = null;
      LOG.info("Media engine {} is there", instance);
      tell(MediaListener::engineBack);
    }

    @Override
    public void silent(String callId, Side side) {
      tell(listener -> listener.silent(callId, side));
    }
  }
}
