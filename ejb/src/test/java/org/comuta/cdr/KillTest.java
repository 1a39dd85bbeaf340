package org.comuta.cdr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.comuta.call.answered.AnsweredCalls.Survivor;
import org.comuta.call.answered.CallSoFar;
import org.comuta.cause.Failure;
import org.comuta.cdr.journal.Waiting;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills a process that writes calls at full speed, again and again, and counts: each call that was
 * written for sure has one record, in the database and in the text files, whatever the moment.
 */
class KillTest {
  private static final int RUNS = 6;

  @TempDir private Path state;

  @ParameterizedTest
  @MethodSource("org.comuta.cdr.Databases#places")
  void everyCallHasExactlyOneRecordHoweverOftenTheProcessIsKilled(String kind, String place)
      throws Exception {
    String database = place.replace("$STATE", state.toString());
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      String run = "run" + i;
      runs.add(run);
      // Some are killed while they still recover what the one before left.
      killAfter(i % 3 == 2 ? random.nextInt(700) : random.nextInt(400), i % 3 != 2, database, run);
    }

    Set<String> wentOn = new HashSet<>();
    try (CallRecording recording = CrashingExchange.open(state, database)) {
      for (Survivor survivor : recording.answeredCalls().takeSurvivors()) {
        CallSoFar soFar = survivor.call().soFar();
        wentOn.add(soFar.callId());
        assertThat(survivor.call().caller().localSequence()).isBetween(1L, 2L);
        recording.ledger().ended(CrashingExchange.ended(soFar.callId(), soFar.answeredAt()));
        survivor.kept().forget();
      }
      Waiting.until(
          () -> recording.status().sinks().stream().noneMatch(sink -> sink.backlogOctets() > 0));
      assertThat(recording.status().sinks()).hasSize(2);
    }

    Map<String, List<String>> inDatabase = failuresById(database);
    Map<String, Integer> inFiles = linesById();
    assertThat(inDatabase).as("calls in %s", kind).hasSizeGreaterThan(300);
    for (String run : runs) {
      check(seed, run, inDatabase, inFiles, wentOn);
    }
    assertThat(inDatabase).as("nothing but what was written; seed %d", seed).isEmpty();
    assertThat(inFiles).as("nothing but what was written; seed %d", seed).isEmpty();
  }

  private void killAfter(int millis, boolean onceReady, String database, String run)
      throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingExchange.class.getName(),
                state.toString(),
                database,
                run)
            .redirectError(state.resolve("errors").toFile())
            .start();
    try (BufferedReader output = process.inputReader()) {
      if (onceReady) {
        assertThat(output.readLine())
            .as(Files.readString(state.resolve("errors")))
            .isEqualTo("ready");
      }
      boolean over = process.waitFor(millis, TimeUnit.MILLISECONDS);
      assertThat(over).as(() -> "ended early: " + errors()).isFalse();
      // SIGKILL.
      process.destroyForcibly();
      process.waitFor();
    }
  }

  private String errors() {
    try {
      return Files.readString(state.resolve("errors"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Checks the calls of a run and takes them out of what was found. */
  private void check(
      long seed,
      String run,
      Map<String, List<String>> inDatabase,
      Map<String, Integer> inFiles,
      Set<String> wentOn)
      throws IOException {
    MemorySegment progress = CrashingExchange.progress(state, run);
    for (int lane = 0; lane < CrashingExchange.LANES; lane++) {
      long begun = progress.getAtIndex(ValueLayout.JAVA_LONG, lane * 2L);
      long done = progress.getAtIndex(ValueLayout.JAVA_LONG, lane * 2L + 1);
      for (int call = 0; call < begun; call++) {
        String id = CrashingExchange.id(run, lane, call);
        List<String> failures = inDatabase.remove(id);
        Integer lines = inFiles.remove(id);
        if (call < done) {
          String expected = CrashingExchange.staysOpen(call) ? Failure.SERVER_RESTARTED.name() : "";
          assertThat(wentOn.contains(id))
              .as("%s went on, seed %d", id, seed)
              .isEqualTo(CrashingExchange.goesOn(call));
          assertThat(failures)
              .as("%s in the database, seed %d", id, seed)
              .containsExactly(expected);
          assertThat(lines).as("%s in the files, seed %d", id, seed).isEqualTo(1);
        } else {
          // It was under way when the process died: all or nothing, the same everywhere.
          assertThat(failures == null ? 0 : failures.size()).isLessThanOrEqualTo(1);
          assertThat(lines == null ? 0 : lines).isEqualTo(failures == null ? 0 : 1);
        }
      }
    }
  }

  private static Map<String, List<String>> failuresById(String database) throws SQLException {
    Map<String, List<String>> found = new HashMap<>();
    try (Connection connection = Databases.open(database).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select call_id, coalesce(failure, '') from call_record where origin_cause in"
                    + " (16, 41)")) {
      while (rows.next()) {
        found.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>()).add(rows.getString(2));
      }
    }
    return found;
  }

  private Map<String, Integer> linesById() throws IOException {
    Map<String, Integer> found = new HashMap<>();
    try (Stream<Path> files = Files.list(state.resolve("cdr/main"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).toList()) {
        String text = Files.readString(file);
        assertThat(text).endsWith("\n");
        text.lines()
            .forEach(
                line -> {
                  assertThat(line).endsWith(";");
                  found.merge(line.substring(0, line.length() - 1), 1, Integer::sum);
                });
      }
    }
    return found;
  }
}
