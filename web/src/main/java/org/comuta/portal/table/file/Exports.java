package org.comuta.portal.table.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Files that are being made: how many at once, and how far each is. Any thread. */
@ApplicationScoped
public class Exports {
  private static final int AT_ONCE = 3;
  private static final int WATCHED = 200;

  private final Semaphore free = new Semaphore(AT_ONCE);

  /** By whose and which; the oldest is forgotten first. */
  private final Map<String, Progress> watched =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Progress> eldest) {
              return size() > WATCHED;
            }
          });

  /** For the container. */
  public Exports() {}

  /** Whether one more may begin; who got it says {@link #end} at last. */
  boolean begin() {
    return free.tryAcquire();
  }

  void end() {
    free.release();
  }

  /** Lets a user watch a file. */
  void watch(String user, String id, Progress progress) {
    if (!id.isEmpty()) {
      watched.put(user + ' ' + id, progress);
    }
  }

  /** What a user watches; null when it did not begin, or long ago. */
  @Nullable Progress watched(String user, String id) {
    return watched.get(user + ' ' + id);
  }
}
