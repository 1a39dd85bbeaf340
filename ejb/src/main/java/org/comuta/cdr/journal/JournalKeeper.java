package org.comuta.cdr.journal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.comuta.background.BackgroundThread;
import org.comuta.call.CallRecord;
import org.comuta.octets.MalformedOctetsException;
import org.comuta.octets.OctetWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal: knows which calls are open, gives those that an earlier process left open
 * their record, writes the heartbeat, and deletes the segments that nobody needs any more.
 */
public final class JournalKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JournalKeeper.class);
  private static final long EVERY_MILLIS = 250;
  private static final long HEARTBEAT_MILLIS = 1000;

  /** After so long nobody waits for the other side of a call any more. */
  static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final Journal journal;
  private final OpenCallsFile file;
  private final OpenCalls calls;
  private final JournalReader reader;
  private final List<Supplier<Position>> consumers = new CopyOnWriteArrayList<>();
  private Position saved;
  private Instant beatAt = Instant.MIN;
  private final Set<String> goingOn;
  private final int recovered;
  private @Nullable BackgroundThread thread;

  /**
   * Recovers what earlier processes left, and gives each call they left open its record.
   *
   * @throws IOException when the files beside the journal cannot be read
   */
  public JournalKeeper(Journal journal) throws IOException {
    this(journal, Set.of());
  }

  /**
   * As the other, but for the calls that go on: they stay open, and end later like all others.
   *
   * @param goOn identities of calls that another file keeps; those that are not open do not count
   */
  public JournalKeeper(Journal journal, Set<String> goOn) throws IOException {
    this.journal = journal;
    file = new OpenCallsFile(journal.settings().directory());
    OpenCallsFile.Saved last = file.load();
    calls = last == null ? new OpenCalls() : last.calls();
    saved = last == null ? Position.BEGINNING : last.position();
    reader = journal.read(saved);
    follow(journal.beginning());
    Instant stopped = stoppedAt();
    boolean longAgo = stopped.plus(LONGEST_PAUSE).isBefore(journal.settings().clock().instant());
    goingOn = longAgo ? Set.of() : openAmong(goOn);
    recovered = recover(stopped);
  }

  private Set<String> openAmong(Set<String> callIds) {
    Set<String> open = new HashSet<>();
    for (OpenCall call : calls.all()) {
      String callId = call.opened().callId();
      if (callIds.contains(callId)) {
        open.add(callId);
      }
    }
    return open;
  }

  /** Open calls of an earlier process that go on. */
  public Set<String> goingOn() {
    return goingOn;
  }

  private Instant stoppedAt() {
    Instant now = journal.settings().clock().instant();
    return calls.lastActivity().isAfter(now) ? now : calls.lastActivity();
  }

  /** Begins to follow, once everybody who reads the journal has told so by {@link #keepFor}. */
  public void start() {
    thread = BackgroundThread.start("comuta-journal-keeper", this::step);
  }

  /** Reads on until a position, or to the end. */
  private void follow(Position until) {
    while (reader.position().compareTo(until) < 0) {
      byte[] entry = reader.next();
      if (entry == null) {
        return;
      }
      try {
        calls.take(entry);
      } catch (MalformedOctetsException e) {
        LOG.error("The entry before {} of the journal cannot be read", reader.position(), e);
      }
    }
  }

  /**
   * Ends the calls that are open. Their records are entries like all others: killed in between, the
   * next start finds those ended that have one.
   */
  private int recover(Instant stopped) {
    List<OpenCall> lost = new ArrayList<>(calls.all());
    lost.removeIf(call -> goingOn.contains(call.opened().callId()));
    OctetWriter writer = journal.takeWriter();
    for (OpenCall call : lost) {
      CallRecord record = call.lostAt(stopped);
      EntryEncoding.ended(writer, record);
      journal.append(writer);
    }
    journal.giveBack(writer);
    if (!lost.isEmpty()) {
      LOG.warn("{} calls ended when the server stopped, at {}", lost.size(), stopped);
    }
    return lost.size();
  }

  private long step() throws IOException {
    Instant now = journal.settings().clock().instant();
    if (now.isBefore(beatAt) || !now.isBefore(beatAt.plusMillis(HEARTBEAT_MILLIS))) {
      beatAt = now;
      OctetWriter writer = journal.takeWriter();
      EntryEncoding.heartbeat(writer, now);
      journal.append(writer);
      journal.giveBack(writer);
    }
    follow(journal.tail());
    if (reader.position().segment() > saved.segment()) {
      file.save(reader.position(), calls);
      saved = reader.position();
    }
    deleteWhatIsDone();
    return EVERY_MILLIS;
  }

  private void deleteWhatIsDone() throws IOException {
    Position needed = saved;
    for (Supplier<Position> consumer : consumers) {
      Position position = consumer.get();
      needed = position.compareTo(needed) < 0 ? position : needed;
    }
    journal.deleteBefore(needed);
  }

  /** Keeps what is behind the position that this consumer tells. */
  public void keepFor(Supplier<Position> consumer) {
    consumers.add(consumer);
  }

  /** Ends {@link #keepFor}. */
  public void release(Supplier<Position> consumer) {
    consumers.remove(consumer);
  }

  /** How many calls of an earlier process were given their record. */
  public int recovered() {
    return recovered;
  }

  @Override
  public void close() {
    if (thread != null) {
      thread.close();
    }
  }
}
