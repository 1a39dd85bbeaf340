package org.comuta.snapshot;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The snapshot new calls begin with. Any thread; reading takes no lock. */
public final class LiveSnapshot {
  private final List<Runnable> followers = new CopyOnWriteArrayList<>();
  private volatile Snapshot current;

  public LiveSnapshot(Snapshot initial) {
    current = initial;
  }

  public Snapshot current() {
    return current;
  }

  /** Makes this the snapshot of every call that begins from now on. */
  public void publish(Snapshot next) {
    current = next;
    followers.forEach(Runnable::run);
  }

  /**
   * Runs this after each snapshot that is published from now on, on the thread that publishes it;
   * it must not throw and not wait.
   */
  public void follow(Runnable follower) {
    followers.add(follower);
  }

  /** Does so no more. */
  public void unfollow(Runnable follower) {
    followers.remove(follower);
  }
}
