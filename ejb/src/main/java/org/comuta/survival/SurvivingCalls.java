package org.comuta.survival;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.comuta.background.BackgroundThread;
import org.comuta.call.answered.AnsweredCall;
import org.comuta.call.answered.AnsweredCalls;
import org.comuta.call.answered.KeptCall;
import org.comuta.octets.MalformedOctetsException;
import org.comuta.octets.OctetWriter;
import org.comuta.octets.OctetWriters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps answered calls in files beside the journal of calls. Most fit a small slot; the few with
 * long addresses or many routes take a large one. A background thread makes room ahead and brings
 * all to the disk: the death of the process loses nothing, a power cut the last 100 ms.
 *
 * <p>A call that finds no room is not kept: should the process die while it lasts, it ends with it.
 */
public final class SurvivingCalls implements AnsweredCalls, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SurvivingCalls.class);
  private static final int SMALL = 4096;
  private static final int LARGE = 64 * 1024;
  private static final long EVERY_MILLIS = 60;
  private static final long AFTER_FAILURE_MILLIS = 2000;

  private final SlotFile small;
  private final SlotFile large;
  private final OctetWriters writers = new OctetWriters();
  private final LongAdder homeless = new LongAdder();
  private final Map<String, Survivor> survivors = new HashMap<>();
  private final BackgroundThread thread;

  /**
   * Opens the files of a directory and reads the calls that an earlier process left.
   *
   * @param directory exists, and no other process uses it
   */
  public SurvivingCalls(Path directory) throws IOException {
    this(directory, 1024);
  }

  /**
   * @param callsAhead a multiple of 64: how many calls more than there are there is room for
   */
  SurvivingCalls(Path directory, int callsAhead) throws IOException {
    small = new SlotFile(directory.resolve("answered-calls"), SMALL, callsAhead);
    try {
      large = new SlotFile(directory.resolve("answered-calls-large"), LARGE, callsAhead / 64);
    } catch (IOException | RuntimeException e) {
      small.close();
      throw e;
    }
    try {
      restore();
      ensure(small, callsAhead / 2);
      ensure(large, callsAhead / 128);
    } catch (IOException | RuntimeException e) {
      try (small;
          large) {
        throw e;
      }
    }
    thread = BackgroundThread.start("comuta-answered-calls", () -> step(callsAhead));
  }

  private void restore() {
    Map<String, Long> writings = new HashMap<>();
    for (SlotFile file : List.of(small, large)) {
      for (SlotFile.Found found : file.takeFound()) {
        try {
          AnsweredCall call = AnsweredCallDecoding.read(found.octets());
          restore(call, found, file, writings);
        } catch (MalformedOctetsException e) {
          LOG.error("An answered call cannot be read and does not go on: {}", e.getMessage());
          file.free(found.slot());
        }
      }
    }
  }

  /** Killed between writing a call anew and freeing what was before, both are there. */
  private void restore(
      AnsweredCall call, SlotFile.Found found, SlotFile file, Map<String, Long> writings) {
    String callId = call.soFar().callId();
    Place place = new Place(file, found.slot(), found.marked());
    Survivor other = survivors.get(callId);
    if (other != null && writings.getOrDefault(callId, 0L) > found.writing()) {
      place.forget();
      return;
    }
    if (other != null) {
      other.kept().forget();
    }
    writings.put(callId, found.writing());
    survivors.put(callId, new Survivor(call, found.marked(), place));
  }

  /** The calls that wait to be taken. */
  public synchronized Set<String> waiting() {
    return Set.copyOf(survivors.keySet());
  }

  /** Forgets those waiting calls that are not among these: they have their record. */
  public synchronized void retain(Collection<String> callIds) {
    Set<String> kept = Set.copyOf(callIds);
    survivors
        .values()
        .removeIf(
            survivor -> {
              boolean over = !kept.contains(survivor.call().soFar().callId());
              if (over) {
                survivor.kept().forget();
              }
              return over;
            });
  }

  @Override
  public synchronized List<Survivor> takeSurvivors() {
    List<Survivor> taken = new ArrayList<>(survivors.values());
    survivors.clear();
    return taken;
  }

  @Override
  public KeptCall place() {
    return new Place(null, -1, false);
  }

  /** How often a call was not kept since the start, because no room was left. */
  public long homeless() {
    return homeless.sum();
  }

  private long step(int callsAhead) {
    try {
      ensure(small, callsAhead / 2);
      ensure(large, callsAhead / 128);
    } catch (IOException e) {
      LOG.warn("No room can be made for more answered calls: {}", e.getMessage());
      force();
      return AFTER_FAILURE_MILLIS;
    }
    force();
    return EVERY_MILLIS;
  }

  private static void ensure(SlotFile file, int ahead) throws IOException {
    while (file.freeSlots() < ahead) {
      file.grow();
    }
  }

  private void force() {
    small.force();
    large.force();
  }

  @Override
  public void close() throws IOException {
    thread.close();
    try (small;
        large) {
      force();
    }
  }

  /** The place of one call: the slot it is in, while it is in one. */
  private final class Place implements KeptCall {
    private @Nullable SlotFile file;
    private int slot;
    private boolean acknowledged;

    Place(@Nullable SlotFile file, int slot, boolean acknowledged) {
      this.file = file;
      this.slot = slot;
      this.acknowledged = acknowledged;
    }

    @Override
    public void save(AnsweredCall call) {
      OctetWriter writer = writers.take();
      AnsweredCallEncoding.write(writer, call, small.capacity());
      SlotFile next = small;
      if (writer.length() > small.capacity()) {
        AnsweredCallEncoding.write(writer, call, large.capacity());
        next = large;
      }
      int written = writer.length() <= next.capacity() ? next.write(writer, acknowledged) : -1;
      writers.give(writer);
      forget();
      if (written < 0) {
        homeless.increment();
        return;
      }
      file = next;
      slot = written;
    }

    @Override
    public void acknowledged() {
      if (!acknowledged) {
        acknowledged = true;
        if (file != null) {
          file.mark(slot);
        }
      }
    }

    @Override
    public void forget() {
      SlotFile before = file;
      if (before != null) {
        file = null;
        before.free(slot);
      }
    }
  }
}
