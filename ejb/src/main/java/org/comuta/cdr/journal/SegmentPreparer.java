package org.comuta.cdr.journal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.comuta.background.BackgroundThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares segments ahead of the one in use, and says whether new calls may come. One background
 * thread; the answers are for any thread.
 */
final class SegmentPreparer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentPreparer.class);
  private static final long TICK_MILLIS = 20;
  private static final Duration CHECK_EVERY = Duration.ofMillis(500);
  private static final Duration ALARM_EVERY = Duration.ofMinutes(1);

  /**
   * How long calls stay refused after the last reason for it is gone. A call that began while its
   * beginning could not be written is refused for sure, because it asks within that time.
   */
  private static final Duration CALM = Duration.ofSeconds(5);

  /** Room that is kept for the end of every call in progress. */
  private static final long OCTETS_PER_CALL = 4096;

  private final Journal journal;
  private final JournalSettings settings;
  private volatile LongSupplier openCalls = () -> 0;
  private volatile boolean accepting = true;
  private volatile boolean scarce;
  private volatile boolean stuck;
  private Segment last;
  private Instant checkedAt = Instant.MIN;
  private Instant troubleAt = Instant.MIN;
  private Instant alarmedAt = Instant.MIN;
  private final BackgroundThread thread;

  SegmentPreparer(Journal journal, Segment first) throws IOException {
    this.journal = journal;
    this.settings = journal.settings();
    last = first;
    for (int i = 0; i < settings.segmentsAhead(); i++) {
      prepareOne();
    }
    check(settings.clock().instant(), false);
    thread = BackgroundThread.start("comuta-journal-preparer", this::step);
  }

  private long step() {
    boolean failed = false;
    boolean room = settings.freeSpace().getAsLong() >= settings.freeSpaceLimit() / 4;
    while (missing() > 0) {
      // In need, when the last one ahead is nearly full, the space that is kept free is used too.
      if (!room && journal.current().next() != null) {
        failed = true;
        break;
      }
      try {
        prepareOne();
        stuck = false;
      } catch (IOException e) {
        failed = true;
        stuck = journal.current().next() == null;
        alarm("no segment can be prepared: " + e.getMessage());
        break;
      }
    }
    if (failed) {
      // First, so that a call whose beginning is not written for want of room is refused for sure.
      accepting = false;
    }
    scarce = failed;
    if (!stuck && journal.held() > 0) {
      journal.writeHeld();
    }
    Instant now = settings.clock().instant();
    if (failed || now.isAfter(checkedAt.plus(CHECK_EVERY)) || now.isBefore(checkedAt)) {
      check(now, failed);
    }
    return stuck ? CHECK_EVERY.toMillis() : TICK_MILLIS;
  }

  private void prepareOne() throws IOException {
    Segment segment = journal.create();
    last.next(segment);
    last = segment;
  }

  /** How many segments are missing ahead of the one in use. */
  private long missing() {
    long reserve = openCalls.getAsLong() * OCTETS_PER_CALL / settings.segmentOctets();
    long ahead = 0;
    for (Segment next = journal.current().next(); next != null; next = next.next()) {
      ahead++;
    }
    return settings.segmentsAhead() + reserve - ahead;
  }

  private void check(Instant now, boolean failed) {
    checkedAt = now;
    long free = settings.freeSpace().getAsLong();
    if (free < settings.freeSpaceLimit()) {
      alarm("only " + free + " octets are free on its disk");
    }
    if (failed || free < settings.freeSpaceLimit() || journal.held() > 0) {
      troubleAt = now;
      accepting = false;
    } else if (!accepting && !now.isBefore(troubleAt.plus(CALM))) {
      accepting = true;
      LOG.info("The journal of calls has room again: new calls are accepted");
    }
  }

  private void alarm(String what) {
    Instant now = settings.clock().instant();
    if (now.isBefore(alarmedAt) || !now.isBefore(alarmedAt.plus(ALARM_EVERY))) {
      alarmedAt = now;
      LOG.error("ALARM: new calls are refused, the journal of calls is short of room: {}", what);
    }
  }

  void reserveFor(LongSupplier calls) {
    openCalls = calls;
  }

  boolean isAccepting() {
    return accepting;
  }

  boolean isScarce() {
    return scarce;
  }

  /** Whether nothing is prepared and nothing can be. */
  boolean isStuck() {
    return stuck;
  }

  void hurry() {
    thread.wake();
  }

  @Override
  public void close() {
    thread.close();
  }
}
