package org.comuta.cdr;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.comuta.call.CallLedger;
import org.comuta.call.CallRecord;
import org.comuta.call.IncomingCall;
import org.comuta.call.answered.KeptCall;
import org.comuta.cdr.journal.JournalSettings;
import org.comuta.cdr.textfile.CdrFile;
import org.comuta.cdr.textfile.CdrFileRotation;
import org.comuta.cdr.textfile.CdrFileStyle;
import org.comuta.survival.AnsweredSamples;

/**
 * A process that writes calls down as fast as it can, on several lanes, until it is killed. Which
 * calls it has written for sure it tells in a mapped file, which survives it as the journal does.
 */
public final class CrashingExchange {
  static final int LANES = 3;
  static final int CALLS_PER_LANE = 4000;

  /** One in so many calls never ends; and one is answered and kept, and goes on. */
  static final int ONE_OPEN_IN = 40;

  private CrashingExchange() {}

  /** Arguments: directory of the state, place of the database, name of this run. */
  public static void main(String[] arguments) throws Exception {
    Path state = Path.of(arguments[0]);
    String run = arguments[2];
    CallRecording recording = open(state, arguments[1]);
    MemorySegment progress = progress(state, run);
    CountDownLatch done = new CountDownLatch(LANES);
    for (int lane = 0; lane < LANES; lane++) {
      int number = lane;
      Thread.ofPlatform()
          .start(
              () -> {
                run(recording, progress, run, number);
                done.countDown();
              });
    }
    System.out.println("ready");
    done.await();
    // Waits to be killed, or for its parent to end.
    System.in.transferTo(OutputStream.nullOutputStream());
    System.exit(1);
  }

  static CallRecording open(Path state, String database) throws IOException {
    JournalSettings journal =
        new JournalSettings(
            state.resolve("journal"),
            1024 * 1024,
            2,
            0,
            () -> Long.MAX_VALUE,
            InstantSource.system());
    CdrFile series =
        new CdrFile(
            "main", true, "", CdrFileRotation.MINUTE, CdrFileStyle.CALL, "${id};", "UTC", 0);
    return new CallRecording(
        new CallRecordingSettings(journal, state.resolve("cdr"), Duration.ZERO),
        Databases.open(database),
        () -> List.of(series));
  }

  /** For each lane, how many calls it began and how many it is done with. */
  static MemorySegment progress(Path state, String run) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            state.resolve("progress-" + run),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      return channel.map(FileChannel.MapMode.READ_WRITE, 0, LANES * 16L, Arena.global());
    }
  }

  static String id(String run, int lane, int call) {
    return run + "-" + lane + "-" + call;
  }

  static boolean staysOpen(int call) {
    return call % ONE_OPEN_IN == 0;
  }

  static boolean goesOn(int call) {
    return call % ONE_OPEN_IN == 1;
  }

  private static void run(CallRecording recording, MemorySegment progress, String run, int lane) {
    CallLedger ledger = recording.ledger();
    for (int call = 0; call < CALLS_PER_LANE; call++) {
      String id = id(run, lane, call);
      Instant now = Instant.now();
      progress.setAtIndex(ValueLayout.JAVA_LONG, lane * 2L, call + 1);
      ledger.opened(id, 1, new IncomingCall(now, "192.0.2.1:5060", "UDP", "x", "1000", "2000"));
      ledger.attempted(id, "customer", "first", "carrier-1");
      ledger.answered(id, now);
      KeptCall kept = recording.answeredCalls().place();
      if (call % 4 == 1) {
        kept.save(AnsweredSamples.call(id, now, 1));
        kept.acknowledged();
        kept.save(AnsweredSamples.call(id, now, 2));
      }
      if (!staysOpen(call) && !goesOn(call)) {
        ledger.ended(ended(id, now));
        kept.forget();
      }
      progress.setAtIndex(ValueLayout.JAVA_LONG, lane * 2L + 1, call + 1);
    }
  }

  static CallRecord ended(String id, Instant now) {
    CallRecord sample = Samples.answered(id);
    return new CallRecord(
        id,
        id,
        1,
        now,
        null,
        now,
        now,
        "customer",
        "192.0.2.1:5060",
        "UDP",
        "1000",
        "2000",
        "x",
        sample.originRelease(),
        sample.destinationRelease(),
        sample.attempts(),
        sample.trace());
  }
}
