package org.comuta.cdr.journal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.comuta.octets.OctetWriter;
import org.comuta.octets.OctetWriters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal: what is appended survives the death of the process once {@link #append} returns, and
 * a power cut 100 ms later.
 *
 * <p>Any thread appends, without lock or system call. Background threads prepare segments ahead
 * ({@link SegmentPreparer}) and force to disk ({@link JournalForcer}). Only when entries come
 * faster than segments can be prepared does an append wait for the next one; and when none can be
 * prepared and the last one ahead is full, entries are held in memory until there is one again.
 */
public final class Journal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final long WAIT_NANOS = 50_000;

  private final JournalSettings settings;
  private final SegmentFiles files;
  private final ConcurrentSkipListMap<Long, Segment> segments = new ConcurrentSkipListMap<>();
  private final AtomicReference<Segment> current;
  private final OctetWriters writers = new OctetWriters();
  private final ConcurrentLinkedQueue<byte[]> held = new ConcurrentLinkedQueue<>();
  private final AtomicInteger heldCount = new AtomicInteger();
  private final Position beginning;
  private final SegmentPreparer preparer;
  private final JournalForcer forcer;
  private volatile boolean closed;

  /**
   * Opens the journal of a directory and begins a new segment after those that are there.
   *
   * @throws IOException when its files cannot be made or another process uses them
   */
  public Journal(JournalSettings settings) throws IOException {
    this.settings = settings;
    files = new SegmentFiles(settings.directory());
    try {
      List<Segment> left = files.open();
      left.forEach(segment -> segments.put(segment.number(), segment));
      Segment first = files.create(nextNumber(), settings.segmentOctets());
      segments.put(first.number(), first);
      current = new AtomicReference<>(first);
      beginning = new Position(first.number(), Segment.HEADER);
      preparer = new SegmentPreparer(this, first);
      forcer = new JournalForcer(this, first);
    } catch (IOException | RuntimeException e) {
      segments.values().forEach(Segment::close);
      files.close();
      throw e;
    }
  }

  /** Makes one more segment, after all others; for the preparer. */
  Segment create() throws IOException {
    Segment segment = files.create(nextNumber(), settings.segmentOctets());
    segment.touch();
    segments.put(segment.number(), segment);
    return segment;
  }

  /**
   * Numbers come from the clock, so that they grow even when all files are gone: what another file
   * remembers of an old journal is then before everything in the new one.
   */
  private long nextNumber() {
    long now = settings.clock().millis();
    return segments.isEmpty() ? now : Math.max(segments.lastKey() + 1, now);
  }

  JournalSettings settings() {
    return settings;
  }

  /** A writer for {@link #append}; give it back by {@link #giveBack}. */
  OctetWriter takeWriter() {
    return writers.take();
  }

  void giveBack(OctetWriter writer) {
    writers.give(writer);
  }

  /** Writes the entry of this writer. */
  void append(OctetWriter entry) {
    if (heldCount.get() > 0) {
      // What waits goes first.
      hold(entry);
      return;
    }
    appendNow(entry);
  }

  private void appendNow(OctetWriter entry) {
    int checksum = entry.checksum();
    while (true) {
      if (closed) {
        throw new IllegalStateException("the journal is closed");
      }
      Segment segment = current();
      if (segment.append(entry.octets(), entry.length(), checksum) >= 0) {
        return;
      }
      Segment next = segment.next();
      if (next != null) {
        current.compareAndSet(segment, next);
      } else if (preparer.isStuck()) {
        hold(entry);
        return;
      } else {
        preparer.hurry();
        LockSupport.parkNanos(WAIT_NANOS);
      }
    }
  }

  private void hold(OctetWriter entry) {
    if (heldCount.getAndIncrement() == 0) {
      LOG.error("The journal has no room: entries are held in memory until there is some");
    }
    held.add(entry.toByteArray());
  }

  /** Writes what was held, when there is room again; for the preparer. */
  void writeHeld() {
    OctetWriter writer = writers.take();
    while (heldCount.get() > 0 && !preparer.isStuck()) {
      byte[] entry = held.poll();
      if (entry == null) {
        Thread.onSpinWait();
        continue;
      }
      appendNow(writer.load(entry));
      heldCount.decrementAndGet();
    }
    writers.give(writer);
  }

  /** Entries that are only in memory. */
  public int held() {
    return heldCount.get();
  }

  /** Where the entries of this process begin. */
  public Position beginning() {
    return beginning;
  }

  /** The end now: what is appended later is behind it. */
  public Position tail() {
    Segment segment = current();
    return new Position(segment.number(), segment.limit());
  }

  /** Reads from a position on; what was before the oldest segment is skipped. */
  public JournalReader read(Position from) {
    return new JournalReader(this, from);
  }

  Segment current() {
    return Objects.requireNonNull(current.get());
  }

  /** The segment of this number, or the one after it; null when there is none. */
  @Nullable Segment ceiling(long number) {
    Map.Entry<Long, Segment> entry = segments.ceilingEntry(number);
    return entry == null ? null : entry.getValue();
  }

  /** Octets of all files. */
  public long octets() {
    return segments.values().stream().mapToLong(Segment::capacity).sum();
  }

  /** Octets between a position and the end. */
  public long octetsAfter(Position position) {
    Position tail = tail();
    long octets = 0;
    for (Segment segment : segments.tailMap(position.segment()).values()) {
      int from = segment.number() == position.segment() ? position.offset() : Segment.HEADER;
      int to = segment.number() == tail.segment() ? tail.offset() : segment.limit();
      octets += segment.number() > tail.segment() ? 0 : Math.max(0, to - from);
    }
    return octets;
  }

  /** Whether new calls may come: every record will have its place. */
  public boolean isAccepting() {
    return preparer.isAccepting() && heldCount.get() == 0 && !closed;
  }

  /** Whether what is left belongs to the calls in progress. */
  boolean isScarce() {
    return preparer.isScarce();
  }

  /** Tells how many calls are in progress, for which room must be kept. */
  void reserveFor(LongSupplier openCalls) {
    preparer.reserveFor(openCalls);
  }

  /**
   * Deletes the segments of which nothing is needed any more.
   *
   * @param before the first position that is needed
   */
  void deleteBefore(Position before) throws IOException {
    while (true) {
      Map.Entry<Long, Segment> oldest = segments.firstEntry();
      if (oldest == null
          || oldest.getKey() >= before.segment()
          || oldest.getKey() >= current().number()) {
        return;
      }
      segments.remove(oldest.getKey());
      forcer.forget(oldest.getValue());
      oldest.getValue().delete();
    }
  }

  /** Stops the background threads, brings everything to the disk and lets the files go. */
  @Override
  public void close() throws IOException {
    preparer.close();
    if (heldCount.get() > 0) {
      LOG.error("{} entries of the journal found no room on the disk", heldCount.get());
    }
    closed = true;
    forcer.close();
    segments.values().forEach(Segment::close);
    files.close();
  }
}
