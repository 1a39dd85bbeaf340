package org.comuta.feed;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.comuta.account.Standing;
import org.comuta.description.Json;
import org.comuta.event.Event;
import org.comuta.event.EventFilter;
import org.comuta.event.EventHub;
import org.comuta.event.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One feed: takes events from its own bounded queue and sends them, one a message, on a thread of
 * its own. A reader that is too slow misses events and is told how many; one that is not there any
 * more, is not let in any more, or may not see them any more, is cut off.
 */
public final class Feed extends Endpoint {
  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
  private static final int CAPACITY = 1_000;
  private static final int AT_ONCE = 100;

  /** So soon a feed ends whose address is not let in any more. */
  private static final Duration LONGEST_REST = Duration.ofSeconds(2);

  private static final Duration PING_EVERY = Duration.ofSeconds(20);
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(60);
  private static final long LONGEST_SEND_SECONDS = 30;

  private final EventFilter filter;
  private final BooleanSupplier letIn;
  private final Standing standing;
  private final Runnable whenOver;
  private final AtomicBoolean over = new AtomicBoolean();
  private final Subscription subscription;
  private long told;
  private volatile long heardAt = System.nanoTime();

  /**
   * @param letIn whether the connection would still come in
   * @param standing what whoever opened it may see
   */
  Feed(
      EventHub events,
      EventFilter filter,
      BooleanSupplier letIn,
      Standing standing,
      Runnable whenOver) {
    this.filter = filter;
    this.letIn = letIn;
    this.standing = standing;
    this.whenOver = whenOver;
    // From the first moment on, so that nothing is missed while the connection changes.
    subscription = events.subscribe(FeedServlet.LISTENER, CAPACITY, filter);
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    session.setMaxIdleTimeout(0);
    session.addMessageHandler(PongMessage.class, (MessageHandler.Whole<PongMessage>) this::heard);
    Thread.ofVirtual().name("comuta-feed-" + session.getId()).start(() -> run(session));
  }

  private void heard(PongMessage pong) {
    heardAt = System.nanoTime();
  }

  private void run(Session session) {
    long lookedAt = System.nanoTime();
    long pingedAt = System.nanoTime();
    try {
      while (session.isOpen() && !over.get()) {
        List<Event> next = subscription.take(AT_ONCE, LONGEST_REST);
        if (!letIn.getAsBoolean()) {
          close(session, CloseCodes.VIOLATED_POLICY, "not let in any more");
          return;
        }
        send(session, next);
        long now = System.nanoTime();
        if (now - pingedAt >= PING_EVERY.toNanos()) {
          session.getBasicRemote().sendPing(ByteBuffer.allocate(0));
          pingedAt = now;
        }
        if (now - heardAt > LONGEST_SILENCE.toNanos()) {
          close(session, CloseCodes.GOING_AWAY, "no pong");
        } else if (now - lookedAt >= LOOK_EVERY.toNanos()) {
          lookedAt = now;
          if (!mayStillSee()) {
            close(session, CloseCodes.VIOLATED_POLICY, "not allowed any more");
          }
        }
      }
    } catch (IOException | ExecutionException | TimeoutException gone) {
      close(session, CloseCodes.GOING_AWAY, "too slow or gone");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException fault) {
      LOG.warn("A feed ended: {}", fault.toString());
      close(session, CloseCodes.UNEXPECTED_CONDITION, "fault");
    } finally {
      end();
    }
  }

  /** An answer that cannot be had, such as without a database, takes nothing away. */
  private boolean mayStillSee() {
    try {
      return FeedRights.visible(standing.rights()).containsAll(filter.types());
    } catch (RuntimeException away) {
      LOG.debug("The rights of a feed cannot be looked up now", away);
      return true;
    }
  }

  private void send(Session session, List<Event> events)
      throws InterruptedException, ExecutionException, TimeoutException {
    long dropped = subscription.dropped();
    if (dropped > told) {
      send(
          session,
          Json.object()
              .add("type", "dropped")
              .add("count", dropped - told)
              .add("total", dropped)
              .build()
              .toString());
      told = dropped;
    }
    for (Event event : events) {
      send(session, event.json());
    }
  }

  private static void send(Session session, String text)
      throws InterruptedException, ExecutionException, TimeoutException {
    session.getAsyncRemote().sendText(text).get(LONGEST_SEND_SECONDS, TimeUnit.SECONDS);
  }

  private static void close(Session session, CloseReason.CloseCode code, String why) {
    try {
      session.close(new CloseReason(code, why));
    } catch (IOException gone) {
      LOG.debug("A feed could not be closed in order", gone);
    }
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    end();
  }

  @Override
  public void onError(Session session, Throwable failure) {
    LOG.debug("A feed failed", failure);
  }

  /** Gives everything back; once. */
  void end() {
    if (over.compareAndSet(false, true)) {
      subscription.close();
      whenOver.run();
    }
  }
}
