package org.comuta.cdr.textfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.comuta.call.CallRecord;
import org.comuta.cause.Failure;
import org.comuta.cdr.Samples;
import org.comuta.cdr.journal.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the lines of records go, and what a kill does to them. */
class TextFileSinkTest {
  private static final Instant MINUTE = Instant.parse("2026-11-21T20:05:00Z");
  private static final String FIRST = "main-20261121-2005.txt";
  private static final String SECOND = "main-20261121-2006.txt";

  @TempDir private Path directory;
  private Instant now = MINUTE.plusSeconds(30);
  private int entry;

  private TextFileSink sink(CdrFileStyle style) throws Exception {
    CdrFile series =
        new CdrFile("main", true, "", CdrFileRotation.MINUTE, style, "${id}", "UTC", 30);
    return new TextFileSink(series, directory, Position.BEGINNING, () -> now);
  }

  private TextFileSink sink() throws Exception {
    return sink(CdrFileStyle.CALL);
  }

  private Position next() {
    return new Position(1, ++entry);
  }

  private static CallRecord ended(String id, Instant at) {
    CallRecord sample = Samples.refused(id, Failure.NO_ROUTE);
    return new CallRecord(
        id,
        id,
        1,
        at.minusSeconds(1),
        null,
        null,
        at,
        null,
        "",
        "",
        "",
        "",
        "",
        sample.originRelease(),
        null,
        List.of(),
        List.of());
  }

  private List<CallRecord> ended(int second, String... ids) {
    return Arrays.stream(ids).map(id -> ended(id, MINUTE.plusSeconds(second))).toList();
  }

  private String text(String file) throws IOException {
    return Files.readString(directory.resolve(file));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".txt"))
          .sorted()
          .toList();
    }
  }

  @Test
  void aCallStandsInTheFileOfTheMinuteItEndedIn() throws Exception {
    try (TextFileSink sink = sink()) {
      now = MINUTE.plusSeconds(61);
      sink.write(
          List.of(
              ended("a", MINUTE),
              ended("c", MINUTE.plusSeconds(60)),
              ended("b", MINUTE.plusSeconds(60).minusNanos(1))),
          next());
    }

    assertThat(text(FIRST)).isEqualTo("a\nb\n");
    assertThat(text(SECOND)).isEqualTo("c\n");
  }

  @Test
  void aFinishedFileNeverChanges() throws Exception {
    try (TextFileSink sink = sink()) {
      sink.write(ended(10, "a"), next());
      now = MINUTE.plusSeconds(64);
      sink.write(ended(59, "b"), next());
      now = MINUTE.plusSeconds(65);
      sink.write(ended(59, "late"), next());
    }

    assertThat(text(FIRST)).isEqualTo("a\nb\n");
    assertThat(text(SECOND)).isEqualTo("late\n");
  }

  @Test
  void aCallThatEndsInTheFutureStandsInTheFileOfNow() throws Exception {
    try (TextFileSink sink = sink()) {
      sink.write(ended(100_000, "a"), next());
    }

    assertThat(files()).containsExactly(FIRST);
  }

  @Test
  void aLinePerAttemptHasOneForACallWithoutAnyToo() throws Exception {
    now = MINUTE.plusSeconds(62);
    try (TextFileSink sink = sink(CdrFileStyle.ATTEMPT)) {
      sink.write(
          List.of(Samples.answered("two"), Samples.refused("none", Failure.NO_ROUTE)), next());
    }

    String all = text(FIRST) + text(SECOND);
    assertThat(all.lines()).containsExactlyInAnyOrder("two", "two", "none");
  }

  @Test
  void whatAKilledProcessWroteBeyondItsNoteIsCutOffAndWrittenOnce() throws Exception {
    try (TextFileSink sink = sink()) {
      sink.write(ended(10, "a", "b"), next());
    }
    Files.writeString(directory.resolve(FIRST), "c\nd\npart", StandardOpenOption.APPEND);

    try (TextFileSink sink = sink()) {
      assertThat(sink.position()).isEqualTo(new Position(1, 1));
      sink.write(ended(20, "c", "d", "e"), next());
    }

    assertThat(text(FIRST)).isEqualTo("a\nb\nc\nd\ne\n");
  }

  @Test
  void aFileThatIsBegunIsKnownBeforeItHasAnyLine() throws Exception {
    try (TextFileSink sink = sink()) {
      Files.createDirectory(directory.resolve(FIRST));
      assertThatThrownBy(() -> sink.write(ended(10, "a"), next())).isInstanceOf(IOException.class);
      assertThat(sink.position()).isEqualTo(Position.BEGINNING);
      Files.delete(directory.resolve(FIRST));
    }
    // As if it had been killed in the middle of its first line.
    Files.writeString(directory.resolve(FIRST), "a\nb");

    try (TextFileSink sink = sink()) {
      sink.write(ended(10, "a", "b"), next());
    }
    assertThat(text(FIRST)).isEqualTo("a\nb\n");
  }

  @Test
  void aBatchThatFailedHalfWayLeavesNoLineTwice() throws Exception {
    try (TextFileSink sink = sink()) {
      sink.write(ended(10, "a"), next());
      now = MINUTE.plusSeconds(61);
      Files.createDirectory(directory.resolve(SECOND));
      List<CallRecord> batch =
          List.of(ended("b", MINUTE.plusSeconds(59)), ended("c", MINUTE.plusSeconds(60)));
      assertThatThrownBy(() -> sink.write(batch, next())).isInstanceOf(IOException.class);
      assertThat(text(FIRST)).as("half of it is there").isEqualTo("a\nb\n");
      Files.delete(directory.resolve(SECOND));
      now = MINUTE.plusSeconds(70);
      sink.write(batch, next());
    }

    assertThat(text(FIRST)).isEqualTo("a\n");
    assertThat(text(SECOND)).isEqualTo("b\nc\n");
  }

  @Test
  void aFileThatSomebodyTookAwayBeginsAnew() throws Exception {
    try (TextFileSink sink = sink()) {
      sink.write(ended(10, "a"), next());
      Files.delete(directory.resolve(FIRST));
      sink.write(ended(20, "b"), next());
    }

    assertThat(text(FIRST)).isEqualTo("b\n");
  }

  @Test
  void oldFilesOfTheSeriesAreDeletedAndNothingElse() throws Exception {
    for (String name :
        List.of(
            "main-20261001-2005.txt",
            "main-20261001.txt",
            "main-20261001-01-0300.txt",
            "main-20261120-2005.txt",
            "main-notes.txt",
            "other-20261001.txt")) {
      Path file = Files.createFile(directory.resolve(name));
      boolean old = name.contains("1001") || name.contains("notes");
      Files.setLastModifiedTime(file, FileTime.from(now.minus(Duration.ofDays(old ? 31 : 29))));
    }
    try (TextFileSink sink = sink()) {
      sink.deleteOld();
    }

    assertThat(files())
        .containsExactly("main-20261120-2005.txt", "main-notes.txt", "other-20261001.txt");
  }
}
