package org.comuta.cdr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.comuta.call.CallRecord;
import org.comuta.call.answered.AnsweredCalls.Survivor;
import org.comuta.call.answered.KeptCall;
import org.comuta.cause.Failure;
import org.comuta.cdr.journal.JournalFixture;
import org.comuta.cdr.journal.JournalSettings;
import org.comuta.cdr.journal.Waiting;
import org.comuta.cdr.store.CallRecordQuery;
import org.comuta.cdr.store.CallRecords;
import org.comuta.cdr.textfile.CdrFile;
import org.comuta.cdr.textfile.CdrFileRotation;
import org.comuta.cdr.textfile.CdrFileStyle;
import org.comuta.survival.AnsweredSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a record, from the ledger to database and text files. */
class CallRecordingTest {
  private static final CdrFile MAIN =
      new CdrFile("main", true, "", CdrFileRotation.DAY, CdrFileStyle.CALL, "${id}", "UTC", 30);

  @TempDir private Path state;
  private final DataSource database = Databases.h2();
  private final AtomicBoolean databaseDown = new AtomicBoolean();
  private final AtomicReference<List<CdrFile>> configured = new AtomicReference<>(List.of(MAIN));

  /** How much later it is than in truth. */
  private volatile Duration ahead = Duration.ZERO;

  private CallRecording open() throws IOException {
    JournalSettings journal =
        new JournalSettings(
            state.resolve("journal"),
            JournalFixture.SEGMENT,
            2,
            0,
            () -> Long.MAX_VALUE,
            () -> Instant.now().plus(ahead));
    return new CallRecording(
        new CallRecordingSettings(journal, state.resolve("cdr"), Duration.ofDays(30)),
        sometimesDown(),
        () -> configured.get());
  }

  /** The database, which gives no connection while it is down. */
  private DataSource sometimesDown() {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (_, method, arguments) -> {
              if (databaseDown.get()) {
                throw new SQLException("connection refused", "08001");
              }
              try {
                return method.invoke(database, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
              }
            });
  }

  private static CallRecord endedNow() {
    return endedNow(Samples.newId());
  }

  private static CallRecord endedNow(String callId) {
    return Samples.answered(callId, Instant.now().minusSeconds(65));
  }

  private long inDatabase() throws SQLException {
    return new CallRecords(database).page(CallRecordQuery.all(), 0, 1).total();
  }

  private List<String> lines(String series) throws IOException {
    Path directory = state.resolve("cdr").resolve(series);
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(path -> path.toString().endsWith(".txt"))
          .sorted()
          .flatMap(CallRecordingTest::linesOf)
          .toList();
    }
  }

  private static Stream<String> linesOf(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aRecordIsFoundSoonAfterItsCallEnded() throws Exception {
    try (CallRecording recording = open()) {
      CallRecord record = endedNow();
      Instant ended = Instant.now();
      recording.ledger().ended(record);
      Waiting.until(() -> new CallRecords(database).find(record.id()).isPresent());
      Duration databaseTook = Duration.between(ended, Instant.now());
      Waiting.until(() -> lines("main").contains(record.id()));

      // The aim is under a second; a machine that is busy with other tests gets some more.
      assertThat(databaseTook).isLessThan(Duration.ofSeconds(5));
      assertThat(recording.status().recorded()).isEqualTo(1);
      assertThat(recording.status().accepting()).isTrue();
    }
  }

  @Test
  void aNewSeriesHasTheNextRecord() throws Exception {
    try (CallRecording recording = open()) {
      recording.ledger().ended(endedNow());
      configured.set(
          List.of(
              MAIN,
              new CdrFile(
                  "more", true, "", CdrFileRotation.DAY, CdrFileStyle.CALL, "${id}", "UTC", 30)));
      recording.followConfiguration();
      CallRecord next = endedNow();
      recording.ledger().ended(next);
      Waiting.until(() -> lines("more").equals(List.of(next.id())));
    }
  }

  @Test
  void closingBringsEverythingToItsPlace() throws Exception {
    int count = 3000;
    try (CallRecording recording = open()) {
      for (int i = 0; i < count; i++) {
        recording.ledger().ended(endedNow());
      }
    }

    assertThat(inDatabase()).isEqualTo(count);
    assertThat(lines("main")).hasSize(count).doesNotHaveDuplicates();
    try (CallRecording recording = open()) {
      assertThat(recording.status().recovered()).isZero();
    }
    assertThat(inDatabase()).isEqualTo(count);
    assertThat(lines("main")).hasSize(count);
  }

  @Test
  void recordsWaitWhileTheDatabaseIsDownAndComeWhenItIsBack() throws Exception {
    int count = 3000;
    databaseDown.set(true);
    try (CallRecording recording = open()) {
      for (int i = 0; i < count; i++) {
        recording.ledger().ended(endedNow());
      }
      Waiting.until(() -> recording.status().sinks().getFirst().failing());
      Waiting.until(() -> lines("main").size() == count);
      CdrStatus.Sink waiting = recording.status().sinks().getFirst();
      assertThat(waiting.name()).isEqualTo("database");
      assertThat(waiting.backlogOctets()).isGreaterThan(count * 100L);
      assertThat(recording.status().accepting()).isTrue();
      assertThat(inDatabase()).isZero();

      databaseDown.set(false);
      Waiting.until(() -> inDatabase() == count);
      Waiting.until(() -> !recording.status().sinks().getFirst().failing());
    }
  }

  @Test
  void recordsWaitOverARestartWhileTheDatabaseIsDown() throws Exception {
    databaseDown.set(true);
    CallRecord record = endedNow();
    try (CallRecording recording = open()) {
      recording.ledger().ended(record);
      recording.ledger().opened("lost", 1, Samples.incoming());
    }
    assertThat(lines("main")).containsExactly(record.id());
    databaseDown.set(false);

    try (CallRecording recording = open()) {
      assertThat(recording.status().recovered()).isEqualTo(1);
      Waiting.until(() -> inDatabase() == 2);
      Waiting.until(() -> lines("main").size() == 2);
    }
    assertThat(lines("main")).containsExactly(record.id(), "lost");
  }

  @Test
  void aKeptCallGetsItsRecordWhenItEndsAndNotAtTheRestart() throws Exception {
    try (CallRecording recording = open()) {
      answer(recording, "kept");
      answer(recording, "ended").forget();
      recording.ledger().ended(endedNow("ended"));
      // Killed between its record and the end of its being kept.
      answer(recording, "recorded");
      recording.ledger().ended(endedNow("recorded"));
      recording.ledger().opened("ringing", 1, Samples.incoming());
    }
    try (CallRecording recording = open()) {
      assertThat(recording.status().recovered()).isEqualTo(1);
      assertThat(recording.status().resumed()).isEqualTo(1);
      Waiting.until(() -> inDatabase() == 3);
      assertThat(new CallRecords(database).find("ringing")).isPresent();
    }
    try (CallRecording recording = open()) {
      Survivor survivor = recording.answeredCalls().takeSurvivors().getFirst();
      assertThat(survivor.call().soFar().callId()).isEqualTo("kept");
      recording.ledger().ended(endedNow("kept"));
      survivor.kept().forget();
    }
    try (CallRecording recording = open()) {
      assertThat(recording.answeredCalls().takeSurvivors()).isEmpty();
      assertThat(recording.status().recovered()).isZero();
    }
    assertThat(inDatabase()).isEqualTo(4);
    assertThat(new CallRecords(database).find("kept"))
        .hasValueSatisfying(record -> assertThat(record.originRelease().failure()).isNull());
  }

  @Test
  void afterALongPauseNoCallGoesOn() throws Exception {
    try (CallRecording recording = open()) {
      answer(recording, "kept");
      recording.ledger().opened("other", 1, Samples.incoming());
    }
    ahead = Duration.ofMinutes(11);
    try (CallRecording recording = open()) {
      assertThat(recording.answeredCalls().takeSurvivors()).isEmpty();
      assertThat(recording.status().recovered()).isEqualTo(2);
      Waiting.until(() -> inDatabase() == 2);
    }
    assertThat(new CallRecords(database).find("kept"))
        .hasValueSatisfying(
            record ->
                assertThat(record.originRelease().failure()).isEqualTo(Failure.SERVER_RESTARTED));
  }

  private static KeptCall answer(CallRecording recording, String callId) {
    recording.ledger().opened(callId, 1, Samples.incoming());
    recording.ledger().answered(callId, Instant.now());
    KeptCall kept = recording.answeredCalls().place();
    kept.save(AnsweredSamples.call(callId));
    return kept;
  }

  @Test
  void aSeriesHoldsWhatEndedWhileItWasEnabled() throws Exception {
    configured.set(List.of());
    try (CallRecording recording = open()) {
      recording.ledger().ended(Samples.answered("before"));
      configured.set(List.of(MAIN));
      Waiting.until(() -> recording.status().sinks().size() == 2);
      recording.ledger().ended(Samples.answered("during"));
      configured.set(List.of(disabled()));
      Waiting.until(() -> recording.status().sinks().size() == 1);
      recording.ledger().ended(Samples.answered("after"));
    }
    try (CallRecording recording = open()) {
      configured.set(List.of(MAIN));
      Waiting.until(() -> recording.status().sinks().size() == 2);
      recording.ledger().ended(Samples.answered("again"));
    }

    assertThat(lines("main")).containsExactly("during", "again");
  }

  private static CdrFile disabled() {
    return new CdrFile(
        "main", false, "", CdrFileRotation.DAY, CdrFileStyle.CALL, "${id}", "UTC", 30);
  }

  @Test
  void aChangedFormatTakesEffectWithoutLosingALine() throws Exception {
    try (CallRecording recording = open()) {
      recording.ledger().ended(Samples.answered("old"));
      CdrFile changed =
          new CdrFile(
              "main", true, "", CdrFileRotation.DAY, CdrFileStyle.CALL, "<${id}>", "UTC", 30);
      configured.set(List.of(changed));
      int i = 0;
      while (lines("main").stream().noneMatch(line -> line.startsWith("<"))) {
        recording.ledger().ended(Samples.answered("call-" + i++));
        Waiting.until(() -> recording.status().sinks().getLast().backlogOctets() == 0);
      }
      int written = i;
      Waiting.until(() -> lines("main").size() == written + 1);
    }

    assertThat(lines("main").stream().map(line -> line.replaceAll("[<>]", "")))
        .doesNotHaveDuplicates();
  }
}
