package org.comuta.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * One sipp process that plays a scenario on loopback. Made by {@link #builtin} or {@link
 * #scenario}, set up, {@link #start started}, and then either waited for or ended.
 */
public final class Sipp implements AutoCloseable {
  private final List<String> command = new ArrayList<>();
  private final Path folder;
  private Process process;

  @SuppressWarnings("NullAway") // The process comes with start().
  private Sipp(String name) {
    try {
      Path root = Path.of("target", "sipp").toAbsolutePath();
      Files.createDirectories(root);
      folder = Files.createTempDirectory(root, name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    command.addAll(List.of("sipp", "-nostdin", "-i", "127.0.0.1"));
  }

  /** One of sipp's own scenarios, {@code uac} or {@code uas}. */
  public static Sipp builtin(String name) {
    return new Sipp(name).with("-sn", name);
  }

  /** A scenario of ours: {@code /sipp/NAME.xml} of the test resources. */
  public static Sipp scenario(String name) {
    String resource = "/sipp/" + name + ".xml";
    URL url = Objects.requireNonNull(Sipp.class.getResource(resource), resource);
    try {
      return new Sipp(name).with("-sf", Path.of(url.toURI()).toString());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** More of sipp's options, as on its command line. */
  public Sipp with(String... options) {
    command.addAll(List.of(options));
    return this;
  }

  /** Listens and sends on this port. */
  public Sipp on(int port) {
    return with("-p", String.valueOf(port));
  }

  /** Makes so many calls in all; a called side ends after them. */
  public Sipp calls(int count) {
    return with("-m", String.valueOf(count));
  }

  /** Sends its calls to this port of loopback; always the last to be said. */
  public Sipp to(int port) {
    return with("127.0.0.1:" + port);
  }

  /** Starts the process. */
  public Sipp start() {
    try {
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("screen.log").toFile())
              .start();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end: 0 when every call went as the scenario says. */
  public int await(int seconds) {
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        close();
        throw new IllegalStateException(
            String.join(" ", command) + " did not end within " + seconds + " s:\n" + screen());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Whether it still plays. */
  public boolean isRunning() {
    return process.isAlive();
  }

  /** What it showed, and the errors it wrote; for messages. */
  public String screen() {
    StringBuilder text = new StringBuilder(read(folder.resolve("screen.log")));
    for (Path file : filesEnding("_errors.log")) {
      text.append('\n').append(read(file));
    }
    return text.substring(Math.max(0, text.length() - 6000));
  }

  /** Lines the scenario wrote with its {@code <log>} action ({@code -trace_logs}). */
  public List<String> logLines() {
    List<String> lines = new ArrayList<>();
    filesEnding("_logs.log").forEach(file -> read(file).lines().forEach(lines::add));
    return lines;
  }

  /** Messages as sipp saw them ({@code -trace_msg}). */
  public String messages() {
    StringBuilder text = new StringBuilder();
    filesEnding("_messages.log").forEach(file -> text.append(read(file)));
    return text.toString();
  }

  private List<Path> filesEnding(String end) {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the process, if it still runs. */
  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }
}
