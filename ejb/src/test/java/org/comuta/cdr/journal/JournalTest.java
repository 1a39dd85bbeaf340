package org.comuta.cdr.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.comuta.call.CallRecord;
import org.comuta.cause.Failure;
import org.comuta.cdr.Samples;
import org.comuta.octets.OctetWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the journal keeps, and when it says that it cannot. */
class JournalTest {
  @TempDir private Path directory;
  private JournalFixture fixture;

  @BeforeEach
  void prepare() {
    fixture = new JournalFixture(directory);
  }

  @Test
  void recordsComeBackInTheirOrderAfterTheJournalIsOpenedAgain() throws Exception {
    List<CallRecord> written = new ArrayList<>();
    try (Journal journal = fixture.open()) {
      JournalLedger ledger = new JournalLedger(journal);
      for (int i = 0; i < 5000; i++) {
        CallRecord record = Samples.answered("call-" + i);
        ledger.ended(record);
        written.add(record);
      }
      assertThat(journal.tail().segment()).isGreaterThan(journal.beginning().segment());
    }
    try (Journal journal = fixture.open()) {
      assertThat(JournalFixture.records(journal)).isEqualTo(written);
    }
  }

  @Test
  void severalThreadsLoseNothingAndEachKeepsItsOrder() throws Exception {
    int threads = 4;
    int each = 3000;
    try (Journal journal = fixture.open();
        ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      JournalLedger ledger = new JournalLedger(journal);
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        String name = "thread-" + thread + "-";
        tasks.add(
            () -> {
              for (int i = 0; i < each; i++) {
                ledger.ended(Samples.refused(name + i, Failure.NO_ROUTE));
              }
              return null;
            });
      }
      for (Future<Void> future : executor.invokeAll(tasks)) {
        future.get();
      }

      List<String> ids = JournalFixture.records(journal).stream().map(CallRecord::id).toList();

      assertThat(ids).hasSize(threads * each);
      for (int thread = 0; thread < threads; thread++) {
        String name = "thread-" + thread + "-";
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < each; i++) {
          expected.add(name + i);
        }
        assertThat(ids.stream().filter(id -> id.startsWith(name))).isEqualTo(expected);
      }
    }
  }

  @Test
  void anEntryThatWasCutShortIsPassedOverAndThoseBehindItAreNot() throws Exception {
    try (Journal journal = fixture.open()) {
      JournalLedger ledger = new JournalLedger(journal);
      for (int i = 0; i < 10; i++) {
        ledger.ended(Samples.answered("call-" + i));
      }
    }
    List<Integer> frames = framesOf(oldest());
    // As after a kill: claimed but not finished, and finished with a torn page after a power cut.
    overwrite(frames.get(3), new byte[4]);
    overwrite(frames.get(6) + 40, new byte[16]);
    overwrite(frames.get(9), new byte[Segment.FRAME]);

    try (Journal journal = fixture.open()) {
      assertThat(JournalFixture.records(journal))
          .extracting(CallRecord::id)
          .containsExactly("call-0", "call-1", "call-2", "call-4", "call-5", "call-7", "call-8");
    }
  }

  @Test
  void octetsThatLookLikeAFrameInsideATextAreNoEntry() throws Exception {
    byte[] stolen;
    try (Journal journal = fixture.open()) {
      new JournalLedger(journal).ended(Samples.refused("true", Failure.NO_ROUTE));
    }
    int frame = framesOf(oldest()).getFirst();
    stolen = Files.readAllBytes(oldest());
    try (RandomAccessFile file = new RandomAccessFile(oldest().toFile(), "rw")) {
      // A whole, valid frame at another place of the same file.
      file.seek(frame + 1024L);
      file.write(stolen, frame, 512);
    }

    try (Journal journal = fixture.open()) {
      assertThat(JournalFixture.records(journal)).extracting(CallRecord::id).containsOnly("true");
    }
  }

  @Test
  void rubbishFilesDoNotKeepTheJournalFromOpening() throws Exception {
    Files.write(directory.resolve("0000000000000000001.segment"), new byte[100]);
    Files.write(directory.resolve("0000000000000000002.segment.new"), new byte[100]);

    try (Journal journal = fixture.open()) {
      assertThat(JournalFixture.records(journal)).isEmpty();
    }
    assertThat(directory.resolve("0000000000000000001.segment.bad")).exists();
    assertThat(directory.resolve("0000000000000000002.segment.new")).doesNotExist();
  }

  @Test
  void onlyOneExchangeUsesADirectory() throws Exception {
    try (Journal journal = fixture.open()) {
      assertThat(journal.isAccepting()).isTrue();
      assertThatThrownBy(fixture::open)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("in use");
    }
  }

  @Test
  void newCallsAreRefusedWhileTheDiskIsNearlyFullAndAcceptedAfterwards() throws Exception {
    fixture.free.set(JournalFixture.LIMIT - 1);
    try (Journal journal = fixture.open()) {
      JournalLedger ledger = new JournalLedger(journal);
      assertThat(ledger.accepting()).isFalse();
      assertThat(ledger.refused()).isEqualTo(1);

      ledger.ended(Samples.answered("in progress"));
      assertThat(JournalFixture.records(journal)).hasSize(1);

      fixture.free.set(Long.MAX_VALUE);
      Waiting.until(
          () -> {
            fixture.now = fixture.now.plusSeconds(1);
            return journal.isAccepting();
          });
    }
  }

  @Test
  void recordsOfCallsInProgressHaveTheirPlaceOnAFullDisk() throws Exception {
    try (Journal journal = fixture.open()) {
      JournalLedger ledger = new JournalLedger(journal);
      fixture.free.set(0);
      // Fills the first segment; no further one may be prepared while one is left ahead.
      int filling = 0;
      while (journal.tail().segment() == journal.beginning().segment()) {
        ledger.ended(Samples.refused("filling-" + filling, Failure.NO_ROUTE));
        filling++;
      }
      Waiting.until(
          () -> {
            fixture.now = fixture.now.plusSeconds(1);
            return journal.isScarce();
          });
      assertThat(ledger.accepting()).isFalse();

      ledger.opened("refused", 1, Samples.incoming());
      ledger.ended(Samples.refused("refused", Failure.RECORDS_UNAVAILABLE));
      ledger.ended(Samples.answered("in progress"));

      assertThat(ledger.unwritten()).isEqualTo(1);
      assertThat(JournalFixture.records(journal))
          .hasSize(filling + 1)
          .extracting(CallRecord::id)
          .contains("in progress")
          .doesNotContain("refused");
    }
  }

  @Test
  void entriesAreHeldInMemoryInTheirOrderWhenNoSegmentCanBeMade() throws Exception {
    Set<String> ids = new HashSet<>();
    try (Journal journal = fixture.open()) {
      JournalLedger ledger = new JournalLedger(journal);
      Path blocked = block();
      int i = 0;
      while (journal.held() < 10) {
        ledger.ended(Samples.answered("call-" + i));
        ids.add("call-" + i);
        i++;
      }
      assertThat(ledger.accepting()).isFalse();
      // In one step: the journal itself takes an empty directory away, and puts its file there.
      Files.move(blocked, directory.resolve("aside"));
      Waiting.until(() -> journal.held() == 0);

      assertThat(JournalFixture.records(journal)).hasSize(i);
      assertThat(JournalFixture.records(journal))
          .extracting(CallRecord::id)
          .containsExactlyInAnyOrderElementsOf(ids);
      assertThat(JournalFixture.records(journal).getLast().id()).isEqualTo("call-" + (i - 1));
    }
  }

  /** Stands in the way of the next segment with a directory of the name it is made under. */
  private Path block() throws IOException {
    long last =
        Long.parseLong(segments().getLast().getFileName().toString().replace(".segment", ""));
    Path name = directory.resolve(String.format("%019d.segment.new", last + 1));
    Files.createDirectory(name);
    Files.createFile(name.resolve("inside"));
    return name;
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(path -> path.toString().endsWith(".segment")).sorted().toList();
    }
  }

  private Path oldest() throws IOException {
    return segments().getFirst();
  }

  private static List<Integer> framesOf(Path file) throws IOException {
    List<Integer> frames = new ArrayList<>();
    try (Segment segment = Segment.open(file)) {
      int at = Segment.HEADER;
      while (segment.entry(at, new OctetWriter()) != null) {
        frames.add(at);
        at = segment.after(at);
      }
    }
    return frames;
  }

  private void overwrite(int at, byte[] octets) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(oldest().toFile(), "rw")) {
      file.seek(at);
      file.write(octets);
    }
  }
}
