package org.comuta.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The built-in database, with the settings of the server, killed and started again: all that was
 * committed is there. H2 2.2.224 could not read its own file after some starts.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class H2RestartTest {
  private static final Path SETTINGS =
      Path.of("..", "wildfly-config", "cli", "database-h2.cli").toAbsolutePath();
  private static final int STARTS = 20;
  private static final int SAVES = 25;

  @TempDir private Path folder;
  private @Nullable Process worker;
  private long saved;

  @AfterEach
  void end() {
    if (worker != null) {
      worker.destroyForcibly();
    }
  }

  @Test
  void whatWasCommittedIsThereAfterKillsAndStops() throws Exception {
    for (int start = 0; start < STARTS; start++) {
      Process started = start();
      worker = started;
      try (BufferedReader told = started.inputReader(StandardCharsets.UTF_8)) {
        assertThat(number("found ", told.readLine())).isGreaterThanOrEqualTo(saved);
        for (int i = 0; i < SAVES; i++) {
          saved = number("saved ", told.readLine());
        }
        if (start % 3 == 2) {
          started.outputWriter(StandardCharsets.UTF_8).append('\n').flush();
        } else {
          // By its handle: the process itself would close what the worker has told but was not
          // read.
          started.toHandle().destroyForcibly();
        }
        readToTheEnd(told);
      }
      assertThat(started.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            H2Worker.class.getName(),
            url())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** As the server has it, in a folder of this test. */
  private String url() throws IOException {
    Matcher found =
        Pattern.compile("jdbc:h2:file:\\$\\{comuta.state.dir}/database/comuta([^\"]*)")
            .matcher(Files.readString(SETTINGS));
    assertThat(found.find()).isTrue();
    return "jdbc:h2:file:" + folder.resolve("comuta") + found.group(1);
  }

  private static long number(String word, String line) {
    assertThat(line).startsWith(word);
    return Long.parseLong(line.substring(word.length()));
  }

  /** What it said before its end counts. */
  private void readToTheEnd(BufferedReader told) throws IOException {
    for (String line = told.readLine(); line != null; line = told.readLine()) {
      // The kill may cut the last line.
      if (line.matches("saved " + (saved + 1))) {
        saved++;
      }
    }
  }
}
