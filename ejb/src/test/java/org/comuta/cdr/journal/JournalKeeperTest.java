package org.comuta.cdr.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.comuta.call.CallRecord;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Cause;
import org.comuta.cause.Failure;
import org.comuta.cdr.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of calls that were open when the server stopped, and of segments that are done. */
class JournalKeeperTest {
  @TempDir private Path directory;
  private JournalFixture fixture;

  @BeforeEach
  void prepare() {
    fixture = new JournalFixture(directory);
    fixture.now = Samples.START.plusSeconds(100);
  }

  /** Opens the journal and closes it without ending what is open, as a kill does. */
  private interface Run {
    void with(Journal journal, JournalLedger ledger, JournalKeeper keeper) throws Exception;
  }

  private int run(Run run) throws Exception {
    try (Journal journal = fixture.open();
        JournalKeeper keeper = new JournalKeeper(journal)) {
      run.with(journal, new JournalLedger(journal), keeper);
      return keeper.recovered();
    }
  }

  private List<CallRecord> recordsAfterRestart() throws Exception {
    List<CallRecord> records = new ArrayList<>();
    run((journal, _, _) -> records.addAll(JournalFixture.records(journal)));
    return records;
  }

  @Test
  void aCallThatWasNeverAttemptedEndsWithCause41OnItsOwnLeg() throws Exception {
    run((_, ledger, _) -> ledger.opened("lost", 3, Samples.incoming()));

    CallRecord record = recordsAfterRestart().getFirst();

    assertThat(record.id()).isEqualTo("lost");
    assertThat(record.revision()).isEqualTo(3);
    assertThat(record.callingNumber()).isEqualTo("1000");
    assertThat(record.originRelease())
        .extracting(Release::by, Release::cause, Release::failure)
        .containsExactly(Party.EXCHANGE, Cause.TEMPORARY_FAILURE, Failure.SERVER_RESTARTED);
    assertThat(record.destinationRelease()).isNull();
    assertThat(record.attempts()).isEmpty();
  }

  @Test
  void anAnsweredCallEndsWithCause41OnBothLegsAndWithWhatIsKnown() throws Exception {
    Instant answer = Samples.START.plusSeconds(4);
    run(
        (_, ledger, _) -> {
          ledger.opened("lost", 3, Samples.incoming());
          ledger.attempted("lost", "customer", "first", "carrier-1");
          ledger.attempted("lost", "customer", "second", "carrier-2");
          ledger.answered("lost", answer);
        });

    CallRecord record = recordsAfterRestart().getFirst();

    assertThat(record.originNap()).isEqualTo("customer");
    assertThat(record.answeredAt()).isEqualTo(answer);
    assertThat(record.originRelease()).isEqualTo(record.destinationRelease());
    assertThat(record.originRelease().cause()).isEqualTo(Cause.TEMPORARY_FAILURE);
    assertThat(record.attempts()).hasSize(1);
    assertThat(record.attempts().getFirst().number()).isEqualTo(2);
    assertThat(record.attempts().getFirst().destinationNap()).isEqualTo("carrier-2");
  }

  @Test
  void aLostCallEndsAtTheLastHeartbeatAndNotAtTheRestart() throws Exception {
    Instant beat = Samples.START.plusSeconds(200);
    run(
        (journal, ledger, keeper) -> {
          ledger.opened("lost", 1, Samples.incoming());
          fixture.now = beat;
          Position end = journal.tail();
          keeper.start();
          Waiting.until(() -> journal.tail().compareTo(end) > 0);
        });
    fixture.now = beat.plusSeconds(3600);

    assertThat(recordsAfterRestart().getFirst().endedAt()).isEqualTo(beat);
  }

  @Test
  void aLostCallNeverEndsInTheFuture() throws Exception {
    run((_, ledger, _) -> ledger.opened("lost", 1, Samples.incoming()));
    run(
        (_, ledger, _) -> {
          ledger.opened("second", 1, Samples.incoming());
          ledger.answered("second", Samples.START.plusSeconds(9000));
          ledger.opened("third", 1, Samples.incoming());
        });

    assertThat(recordsAfterRestart().getLast().endedAt()).isEqualTo(fixture.now);
  }

  @Test
  void anEndedCallIsNotRecovered() throws Exception {
    run(
        (_, ledger, _) -> {
          ledger.opened("done", 1, Samples.incoming());
          ledger.ended(Samples.answered("done"));
        });

    assertThat(recordsAfterRestart()).containsExactly(Samples.answered("done"));
  }

  @Test
  void recoveringTwiceGivesNothingTwice() throws Exception {
    run((_, ledger, _) -> ledger.opened("lost", 1, Samples.incoming()));

    assertThat(run((_, _, _) -> {})).isEqualTo(1);
    assertThat(run((_, _, _) -> {})).isZero();
    assertThat(recordsAfterRestart()).hasSize(1);
  }

  @Test
  void aCallStaysKnownAfterTheSegmentItBeganInIsGone() throws Exception {
    run(
        (journal, ledger, keeper) -> {
          AtomicBoolean consumed = new AtomicBoolean();
          keeper.keepFor(() -> consumed.get() ? journal.tail() : Position.BEGINNING);
          keeper.start();
          Path first = segment(journal.beginning().segment());
          ledger.opened("long", 1, Samples.incoming());
          ledger.attempted("long", "customer", "first", "carrier-1");
          ledger.answered("long", Samples.START.plusSeconds(2));
          for (int i = 0; i < 8000; i++) {
            ledger.ended(Samples.answered("other-" + i));
          }
          assertThat(first).as("is kept for the consumer").exists();
          consumed.set(true);
          Waiting.until(() -> !Files.exists(first));
        });

    List<CallRecord> records = recordsAfterRestart();

    assertThat(records.getLast().id()).isEqualTo("long");
    assertThat(records.getLast().answeredAt()).isEqualTo(Samples.START.plusSeconds(2));
    assertThat(records.getLast().attempts().getLast().destinationNap()).isEqualTo("carrier-1");
    assertThat(records.stream().filter(record -> record.id().equals("long"))).hasSize(1);
  }

  @Test
  void aDamagedFileOfOpenCallsLosesNothingThatTheSegmentsHold() throws Exception {
    run((_, ledger, _) -> ledger.opened("lost", 1, Samples.incoming()));
    Files.write(directory.resolve("open-calls"), new byte[50]);

    assertThat(recordsAfterRestart()).extracting(CallRecord::id).containsExactly("lost");
  }

  private Path segment(long number) {
    return directory.resolve(String.format("%019d.segment", number));
  }
}
