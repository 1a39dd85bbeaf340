package org.comuta.media.process;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.comuta.media.MediaEngine;
import org.comuta.media.MediaListener;
import org.comuta.media.Side;
import org.comuta.media.process.protocol.Message.Silent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves an engine over a Unix-domain socket. The calls of a client that goes away live on as
 * orphans until a client claims them, or end after a limit. Any thread.
 */
public final class MediaServer implements AutoCloseable {
  /** How long a client that connects may take to say who it is, and a slow one to read its rest. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(MediaServer.class);
  private static final int MOST_CLIENTS = 16;

  private final MediaEngine engine;
  private final SocketPlace place;
  private final UUID instance = UUID.randomUUID();
  private final Holdings<Client> holdings;
  private final Set<Client> clients = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Duration sweepInterval;
  private final Thread clock;
  private final Thread acceptor;

  private MediaServer(MediaEngine engine, SocketPlace place, Duration claimLimit) {
    this.engine = engine;
    this.place = place;
    this.holdings = new Holdings<>(System::nanoTime, claimLimit);
    this.sweepInterval = Duration.ofMillis(Math.clamp(claimLimit.toMillis() / 4, 10, 1000));
    this.clock =
        Thread.ofPlatform().daemon().name("comuta-media-server-clock").unstarted(this::tick);
    this.acceptor = Thread.ofPlatform().name("comuta-media-server").unstarted(this::accept);
  }

  /**
   * Begins to serve.
   *
   * @param socket path of the socket, at most 107 octets; its folder is made when it is missing
   * @param claimLimit how long calls live whose client went away
   * @throws IOException when another engine lives on that socket, or the place is not safe
   */
  public static MediaServer start(MediaEngine engine, Path socket, Duration claimLimit)
      throws IOException {
    MediaServer server = new MediaServer(engine, SocketPlace.take(socket), claimLimit);
    engine.listen(server.new EngineEvents());
    server.clock.start();
    server.acceptor.start();
    return server;
  }

  /** Of this engine, as clients are told it. */
  public UUID instance() {
    return instance;
  }

  /** Calls that no client holds now. */
  public int orphans() {
    return holdings.orphans();
  }

  MediaEngine engine() {
    return engine;
  }

  Holdings<Client> holdings() {
    return holdings;
  }

  /** One owner has one connection: an older one of the same name is over. */
  void entered(Client newcomer) {
    for (Client other : clients) {
      if (!other.equals(newcomer)
          && !newcomer.owner().isEmpty()
          && other.owner().equals(newcomer.owner())) {
        other.close("the same owner connected anew");
        // Now, not when its thread notices: the newcomer's next message may claim its calls.
        holdings.leave(other);
      }
    }
  }

  void left(Client client, String reason) {
    clients.remove(client);
    int orphans = holdings.leave(client);
    if (!client.owner().isEmpty()) {
      LOG.info("Client {} left ({}); {} calls wait for their claim", client, reason, orphans);
    }
  }

  /** Ends calls nobody has any more. */
  void end(List<String> callIds) {
    for (String callId : callIds) {
      engine
          .end(callId)
          .whenComplete(
              (statistics, failure) -> {
                if (failure != null) {
                  LOG.debug("Call {} had no media to end", callId, failure);
                }
              });
    }
  }

  private void accept() {
    while (place.channel().isOpen()) {
      try {
        enter(place.channel().accept());
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        LOG.error("A client could not be taken", e);
      }
    }
  }

  private void enter(SocketChannel channel) throws IOException {
    if (clients.size() >= MOST_CLIENTS) {
      LOG.warn("More than {} clients at once: one more is turned away", MOST_CLIENTS);
      channel.close();
      return;
    }
    Client client = new Client(this, channel);
    clients.add(client);
    client.start();
  }

  private void tick() {
    try {
      while (!closing.await(sweepInterval.toNanos(), TimeUnit.NANOSECONDS)) {
        clients.forEach(Client::requireGreeting);
        sweep();
      }
    } catch (InterruptedException e) {
      LOG.error("Orphans are ended no more", e);
    }
  }

  private void sweep() {
    try {
      List<String> expired = holdings.expired();
      if (!expired.isEmpty()) {
        LOG.warn("{} calls were claimed by nobody in time: their media ends", expired.size());
        end(expired);
      }
    } catch (RuntimeException e) {
      // An exception would end the sweeping for good.
      LOG.error("Orphans could not be ended", e);
    }
  }

  /**
   * Listens no longer, lets clients read what they were sent, and ends with all its threads. The
   * engine is not ours.
   */
  @Override
  public void close() throws IOException {
    place.close();
    closing.countDown();
    try {
      acceptor.join(PATIENCE);
      clock.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<Client> last = List.copyOf(clients);
    last.forEach(Client::drain);
    last.forEach(client -> client.close("the engine ends"));
    last.forEach(Client::join);
  }

  private final class EngineEvents implements MediaListener {
    @Override
    public void silent(String callId, Side side) {
      @Nullable Client holder = holdings.silent(callId, side);
      if (holder != null) {
        holder.send(new Silent(callId, side));
      }
    }

    /** It ends with this process, of which its clients hear by their connections. */
    @Override
    public void engineLost() {}

    @Override
    public void engineBack() {}
  }
}
