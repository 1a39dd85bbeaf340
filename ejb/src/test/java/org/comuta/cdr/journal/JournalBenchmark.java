package org.comuta.cdr.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.comuta.call.CallRecord;
import org.comuta.cdr.Samples;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs the lane of a call to write a record down. Each invocation writes into segments
 * that were prepared before, as at the rates of calls; preparing them is not measured. Run it with
 * the GC profiler for the allocation.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 30)
@Measurement(iterations = 30)
@Fork(2)
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // filled in by open()
public class JournalBenchmark {
  private static final int APPENDS = 20_000;
  private static final int SEGMENT = 64 * 1024 * 1024;

  private final CallRecord record = Samples.answered(Samples.newId());
  private Path directory;
  private Journal journal;
  private JournalLedger ledger;

  @Setup(Level.Iteration)
  public void open() throws IOException {
    directory = Files.createTempDirectory("comuta-journal");
    JournalSettings typical = JournalSettings.of(directory, 0);
    journal =
        new Journal(
            new JournalSettings(directory, SEGMENT, 1, 0, typical.freeSpace(), typical.clock()));
    ledger = new JournalLedger(journal);
  }

  @TearDown(Level.Iteration)
  public void close() throws IOException {
    journal.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** The record of an answered call with two attempts and three steps of trace. */
  @Benchmark
  @OperationsPerInvocation(APPENDS)
  public void appendRecord() {
    for (int i = 0; i < APPENDS; i++) {
      ledger.ended(record);
    }
  }

  /** All that is written for one call: opened, attempted, answered, ended. */
  @Benchmark
  @OperationsPerInvocation(APPENDS)
  public void appendCall() {
    for (int i = 0; i < APPENDS; i++) {
      ledger.opened(record.callId(), 7, Samples.INCOMING);
      ledger.attempted(record.callId(), "customer", "second", "carrier-2");
      ledger.answered(record.callId(), Samples.START);
      ledger.ended(record);
    }
  }
}
