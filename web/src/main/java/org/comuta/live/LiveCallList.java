package org.comuta.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.comuta.call.CallView;
import org.comuta.operation.LiveCallOperations;

/** The live calls, the newest first, sorted at most once a second for all who look. Any thread. */
@ApplicationScoped
public class LiveCallList {
  private static final long NANOS = 1_000_000_000L;

  @Inject private LiveCallOperations calls;

  private List<CallView> known = List.of();
  private long knownAt = System.nanoTime() - 2 * NANOS;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public LiveCallList() {}

  /** All of them, as they were a second ago at most. */
  public synchronized List<CallView> all() {
    long now = System.nanoTime();
    if (now - knownAt >= NANOS) {
      known = calls.all();
      knownAt = now;
    }
    return known;
  }
}
