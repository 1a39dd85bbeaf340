package org.comuta.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a type as of now, read again every few seconds because another node may have
 * changed them. Any thread.
 */
final class CurrentSettings<T> implements Supplier<List<T>> {
  private record Read<T>(List<T> all, Instant at) {}

  private final Supplier<List<T>> store;
  private final Duration kept;
  private final Clock clock;
  private volatile @Nullable Read<T> read;

  CurrentSettings(Supplier<List<T>> store, Duration kept, Clock clock) {
    this.store = store;
    this.kept = kept;
    this.clock = clock;
  }

  @Override
  public List<T> get() {
    Read<T> last = read;
    Instant now = clock.instant();
    if (last != null && now.isBefore(last.at().plus(kept))) {
      return last.all();
    }
    List<T> all = List.copyOf(store.get());
    read = new Read<>(all, now);
    return all;
  }

  /** To be called when they were changed here. */
  void forget() {
    read = null;
  }
}
