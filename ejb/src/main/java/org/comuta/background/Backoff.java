package org.comuta.background;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** How long to wait before something that was not taken is sent again. Any thread. */
@FunctionalInterface
public interface Backoff {
  /** Doubles from five seconds to an hour, each time somewhere in the upper half of it. */
  Backoff EXPONENTIAL =
      (attempts, asked) -> {
        int doubled = Math.min(attempts - 1, Doubling.MOST);
        long most = Math.min(Doubling.FIRST_MILLIS << doubled, Doubling.LONGEST_MILLIS);
        long millis = ThreadLocalRandom.current().nextLong(most / 2, most + 1);
        Duration own = Duration.ofMillis(millis);
        return asked != null && asked.compareTo(own) > 0 ? asked : own;
      };

  /**
   * How long to wait now.
   *
   * @param attempts how often it was sent, 1 or more
   * @param asked how long the other asked to wait; null when it did not
   */
  Duration after(int attempts, @Nullable Duration asked);

  /** The numbers of the doubling. */
  final class Doubling {
    static final long FIRST_MILLIS = 5_000;
    static final long LONGEST_MILLIS = 3_600_000;
    static final int MOST = 20;

    private Doubling() {}
  }
}
