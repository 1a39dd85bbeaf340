package org.comuta.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs {@code ./comuta} as a person would. */
final class Launcher {
  private static final Path HOME = Path.of(System.getProperty("comuta.home")).toAbsolutePath();

  /**
   * What a run said and how it ended.
   *
   * @param output standard output and error together
   */
  record Outcome(int exitCode, String output) {}

  private final Map<String, String> environment;
  private final Path logs;

  Launcher(Map<String, String> environment, Path logs) {
    this.environment = environment;
    this.logs = logs;
  }

  /** Runs one command to its end, within ten minutes. */
  Outcome run(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(HOME.resolve("comuta").toString());
    command.addAll(List.of(arguments));
    try {
      Files.createDirectories(logs);
      // A file, not a pipe: the detached server would hold a pipe open.
      Path output = Files.createTempFile(logs, "comuta-" + arguments[0] + "-", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(HOME.toFile())
              .redirectErrorStream(true)
              .redirectInput(new java.io.File("/dev/null"))
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(10, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(command + " did not end: " + read(output));
      }
      return new Outcome(process.exitValue(), read(output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
