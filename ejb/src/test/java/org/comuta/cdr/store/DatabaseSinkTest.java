package org.comuta.cdr.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.comuta.call.CallRecord;
import org.comuta.cause.Failure;
import org.comuta.cdr.Samples;
import org.comuta.cdr.journal.Position;
import org.comuta.routing.TraceStep;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records in the database, on each kind of it. */
class DatabaseSinkTest {
  private static final Position SOMEWHERE = new Position(5, 640);

  @TempDir private Path directory;

  private DatabaseSink sink(DataSource source) throws Exception {
    return new DatabaseSink(source, directory.resolve("position"), Position.BEGINNING);
  }

  @ParameterizedTest
  @MethodSource("org.comuta.cdr.Databases#all")
  void aRecordComesBackAsItWas(DataSource source) throws Exception {
    CallRecord answered = Samples.answered(Samples.newId());
    CallRecord refused = Samples.refused(Samples.newId(), Failure.UNKNOWN_SOURCE);
    try (DatabaseSink sink = sink(source)) {
      sink.write(List.of(answered, refused), SOMEWHERE);
    }

    CallRecords records = new CallRecords(source);
    assertThat(records.find(answered.id())).contains(answered);
    assertThat(records.find(refused.id())).contains(refused);
    assertThat(records.find("another")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.comuta.cdr.Databases#all")
  void everyCharacterThatTheJournalKeepsCanBeStored(DataSource source) throws Exception {
    StringBuilder odd = new StringBuilder();
    for (int c = 1; c < 0x80; c++) {
      odd.append((char) c);
    }
    odd.append("é€\uFFFD\uFFFF\u2028😀");
    CallRecord sample = Samples.refused(Samples.newId(), Failure.NO_ROUTE);
    CallRecord record =
        new CallRecord(
            sample.id(),
            sample.callId(),
            1,
            sample.startedAt(),
            null,
            null,
            sample.endedAt(),
            odd.toString(),
            odd.toString(),
            "UDP",
            odd.toString(),
            odd.toString(),
            odd.toString(),
            sample.originRelease(),
            null,
            List.of(),
            List.of(
                new TraceStep(
                    odd.toString(), odd.toString(), TraceStep.Verdict.KEPT, odd.toString())));
    try (DatabaseSink sink = sink(source)) {
      sink.write(List.of(record), SOMEWHERE);
    }

    assertThat(new CallRecords(source).find(record.id())).contains(record);
  }

  @ParameterizedTest
  @MethodSource("org.comuta.cdr.Databases#all")
  void aBatchThatComesAgainDoublesNothingAndLosesNothing(DataSource source) throws Exception {
    List<CallRecord> batch = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      batch.add(Samples.answered(Samples.newId()));
    }
    try (DatabaseSink sink = sink(source)) {
      sink.write(batch.subList(0, 12), SOMEWHERE);
      sink.write(batch, SOMEWHERE);
      sink.write(List.of(batch.get(3), batch.get(3)), SOMEWHERE);
    }

    assertThat(new CallRecords(source).page(CallRecordQuery.all(), 0, 100).items())
        .containsExactlyInAnyOrderElementsOf(batch);
  }

  @ParameterizedTest
  @MethodSource("org.comuta.cdr.Databases#all")
  void aBatchThatFailsLeavesNothing(DataSource source) throws Exception {
    CallRecord good = Samples.answered(Samples.newId());
    CallRecord bad = Samples.answered("x".repeat(65));
    try (DatabaseSink sink = sink(source)) {
      assertThatThrownBy(() -> sink.write(List.of(good, bad), SOMEWHERE))
          .isInstanceOf(SQLException.class);
    }

    assertThat(new CallRecords(source).find(good.id())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.comuta.cdr.Databases#all")
  void thePositionIsKeptOnceItIsSettled(DataSource source) throws Exception {
    try (DatabaseSink sink = sink(source)) {
      sink.write(List.of(Samples.answered(Samples.newId())), SOMEWHERE);
      assertThat(sink.position()).isEqualTo(Position.BEGINNING);
      sink.settle(SOMEWHERE);
      assertThat(sink.position()).isEqualTo(SOMEWHERE);
    }
    try (DatabaseSink sink = sink(source)) {
      assertThat(sink.position()).isEqualTo(SOMEWHERE);
    }
  }

  @ParameterizedTest
  @MethodSource("org.comuta.cdr.Databases#all")
  void oldRecordsAreDeletedAndYoungOnesStay(DataSource source) throws Exception {
    Instant day = Samples.START.truncatedTo(ChronoUnit.DAYS);
    CallRecord old = Samples.answered(Samples.newId(), day.minusSeconds(3600));
    CallRecord across = Samples.answered(Samples.newId(), day.minusSeconds(30));
    CallRecord young = Samples.answered(Samples.newId(), day.plusSeconds(30));
    try (DatabaseSink sink = sink(source)) {
      sink.write(List.of(old, across, young), SOMEWHERE);
    }

    assertThat(new RecordRetention(source).deleteSome(day)).isFalse();

    assertThat(new CallRecords(source).page(CallRecordQuery.all(), 0, 10).items())
        .containsExactly(young, across);
  }

  @ParameterizedTest
  @MethodSource("org.comuta.cdr.Databases#all")
  void retentionSaysWhenThereIsMore(DataSource source) throws Exception {
    try (DatabaseSink sink = sink(source)) {
      for (int batch = 0; batch < 3; batch++) {
        List<CallRecord> records = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
          records.add(Samples.refused(Samples.newId(), Failure.NO_ROUTE));
        }
        sink.write(records, SOMEWHERE);
      }
    }
    RecordRetention retention = new RecordRetention(source);

    assertThat(retention.deleteSome(Samples.START.plusSeconds(60))).isTrue();
    assertThat(retention.deleteSome(Samples.START.plusSeconds(60))).isFalse();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from call_record")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isZero();
    }
  }
}
