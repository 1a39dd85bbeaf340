package org.comuta.snapshot;

/** The snapshot new calls begin with. Any thread; reading takes no lock. */
public final class LiveSnapshot {
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
  }
}
