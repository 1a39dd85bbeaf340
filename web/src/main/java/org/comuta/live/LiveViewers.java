package org.comuta.live;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.comuta.background.BackgroundThread;
import org.comuta.identity.Right;
import org.comuta.identity.SessionBean;
import org.comuta.identity.SignIn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages that look now, each served by one thread once a second while it is let in. Whether
 * their sessions go on is looked up every few seconds, which is no activity of the person. Any
 * thread.
 */
@ApplicationScoped
public class LiveViewers {
  /** Most pages at once; those beyond ask again and again instead. */
  static final int MOST = 300;

  /** Most pages of one session of the portal. */
  static final int MOST_OF_A_SESSION = 20;

  private static final Logger LOG = LoggerFactory.getLogger(LiveViewers.class);
  private static final long MILLIS_A_SECOND = 1000;
  private static final int CHECKED_EVERY = 10;

  @Inject private LiveTopics topics;
  @Inject private SessionBean sessions;

  private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean checking = new AtomicBoolean();
  private @Nullable BackgroundThread pushing;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public LiveViewers() {}

  /** One more page; false when there are too many. */
  synchronized boolean add(Viewer viewer) {
    long same = viewers.stream().filter(one -> one.sessionId().equals(viewer.sessionId())).count();
    if (viewers.size() >= MOST || same >= MOST_OF_A_SESSION) {
      return false;
    }
    viewers.add(viewer);
    if (pushing == null) {
      pushing = BackgroundThread.start("comuta-live", this::push);
    }
    return true;
  }

  void remove(Viewer viewer) {
    viewers.remove(viewer);
  }

  /** Serves one page at once, because it looks at something else now. */
  void serve(Viewer viewer) {
    viewer.turn(Instant.now().getEpochSecond(), topics);
  }

  /** How many pages look. */
  public int count() {
    return viewers.size();
  }

  private long push() {
    long second = Instant.now().getEpochSecond();
    for (Viewer viewer : viewers) {
      try {
        if (viewer.isLetIn()) {
          viewer.turn(second, topics);
        } else {
          viewer.close(CloseReason.CloseCodes.VIOLATED_POLICY);
        }
      } catch (RuntimeException broken) {
        LOG.warn("A page cannot be served: {}", broken.toString());
        viewer.close(CloseReason.CloseCodes.UNEXPECTED_CONDITION);
      }
    }
    if (second % CHECKED_EVERY == 0 && !viewers.isEmpty() && checking.compareAndSet(false, true)) {
      Thread.ofVirtual().name("comuta-live-sessions").start(this::check);
    }
    // A moment after the statistics have taken the second that is over.
    return MILLIS_A_SECOND + 50 - Math.floorMod(System.currentTimeMillis(), MILLIS_A_SECOND);
  }

  /** Closes the pages whose sessions have ended, and knows again what the others may. */
  private void check() {
    try {
      Map<String, Set<Right>> known = new HashMap<>();
      for (Viewer viewer : viewers) {
        Set<Right> rights = known.computeIfAbsent(viewer.sessionId(), this::rights);
        viewer.may(rights);
        if (rights.isEmpty()) {
          viewer.signedOut();
        }
      }
    } catch (RuntimeException noDatabase) {
      LOG.debug("The sessions cannot be looked up now: {}", noDatabase.toString());
    } finally {
      checking.set(false);
    }
  }

  private Set<Right> rights(String sessionId) {
    SignIn.Accepted accepted = sessions.find(sessionId, false);
    return accepted == null ? Set.of() : Set.copyOf(accepted.granted());
  }

  /** A session of the portal is over. */
  void over(String sessionId) {
    viewers.stream()
        .filter(viewer -> viewer.sessionId().equals(sessionId))
        .forEach(Viewer::signedOut);
  }

  @PreDestroy
  synchronized void stop() {
    if (pushing != null) {
      pushing.close();
    }
    viewers.forEach(viewer -> viewer.close(CloseReason.CloseCodes.GOING_AWAY));
  }
}
