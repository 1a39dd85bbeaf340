package org.comuta.cdr.sink;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import org.comuta.background.BackgroundThread;
import org.comuta.cdr.journal.Journal;
import org.comuta.cdr.journal.Position;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds one sink on a thread of its own. A sink that does not take its records gets the same ones
 * again, after a pause that grows.
 */
public final class SinkRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SinkRunner.class);
  private static final long FIRST_PAUSE_MILLIS = 250;
  private static final long LONGEST_PAUSE_MILLIS = 15_000;
  private static final Duration SETTLE_EVERY = Duration.ofSeconds(2);
  private static final Duration ALARM_EVERY = Duration.ofMinutes(1);
  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(10);

  private final Journal journal;
  private final RecordSink sink;
  private final SinkFeed feed;
  private final LongAdder written = new LongAdder();
  private long pause = FIRST_PAUSE_MILLIS;
  private Instant settledAt = Instant.EPOCH;
  private Instant alarmedAt = Instant.EPOCH;
  private volatile Position taken;
  private volatile boolean failing;
  private volatile @Nullable Instant oldestWaiting;
  private final BackgroundThread thread;

  public SinkRunner(Journal journal, RecordSink sink) {
    this.journal = journal;
    this.sink = sink;
    feed = new SinkFeed(journal, sink);
    taken = sink.position();
    thread = BackgroundThread.start("comuta-records-" + sink.name(), this::step);
  }

  private long step() {
    try {
      written.add(feed.feed());
      Instant now = Instant.now();
      if (Duration.between(settledAt, now).abs().compareTo(SETTLE_EVERY) > 0) {
        settledAt = now;
        feed.settle();
      }
    } catch (Exception e) {
      failed(e);
      return pause;
    }
    oldestWaiting = null;
    taken = feed.taken();
    if (failing) {
      failing = false;
      pause = FIRST_PAUSE_MILLIS;
      LOG.info("Records go to {} again", sink.name());
    }
    return feed.isPast(journal.tail()) ? sink.gathering().toMillis() : 0;
  }

  private void failed(Exception e) {
    failing = true;
    oldestWaiting = feed.oldestWaiting();
    pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    Instant now = Instant.now();
    if (Duration.between(alarmedAt, now).abs().compareTo(ALARM_EVERY) > 0) {
      alarmedAt = now;
      LOG.error(
          "ALARM: {} takes no records; they wait in the journal ({} octets)",
          sink.name(),
          backlogOctets(),
          e);
    }
  }

  /** Name of the sink. */
  public String name() {
    return sink.name();
  }

  /** Everything before it is in the sink for good. */
  public Position position() {
    return sink.position();
  }

  /** Records the sink took since the start. */
  public long written() {
    return written.sum();
  }

  /** Octets of the journal that wait for the sink. */
  public long backlogOctets() {
    return journal.octetsAfter(taken);
  }

  /** Whether the sink refused the last batch. */
  public boolean isFailing() {
    return failing;
  }

  /** When the oldest record ended that the sink refused; null when it takes them. */
  public @Nullable Instant oldestWaiting() {
    return oldestWaiting;
  }

  /** Gives the sink what is left, as far as it takes it within ten seconds, and closes it. */
  @Override
  public void close() {
    thread.close();
    try {
      drain();
    } catch (Exception e) {
      LOG.warn("{} takes the rest of the records at the next start", sink.name(), e);
    }
    try {
      sink.close();
    } catch (IOException e) {
      LOG.warn("{} cannot be closed", sink.name(), e);
    }
  }

  private void drain() throws Exception {
    if (!thread.isOver()) {
      return;
    }
    Position end = journal.tail();
    Instant limit = Instant.now().plus(LONGEST_DRAIN);
    while (!feed.isPast(end) && Instant.now().isBefore(limit)) {
      written.add(feed.feed());
    }
    feed.settle();
  }
}
