package org.comuta.cdr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server of this test run, from the binaries of the machine. */
public final class PostgresInstallation {
  private static final Path BINARIES = Path.of("/usr/lib/postgresql/15/bin");

  /** Started when first asked for; stopped with this process. */
  private static final class Holder {
    static final PostgresInstallation SERVER = new PostgresInstallation();
  }

  private final Path directory;
  private final int port;

  public static boolean isPresent() {
    return Files.isExecutable(BINARIES.resolve("initdb"));
  }

  public static PostgresInstallation server() {
    return Holder.SERVER;
  }

  private PostgresInstallation() {
    try {
      directory = Files.createTempDirectory("comuta-postgres");
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
      port = freePort();
      run("initdb", "-D", data(), "-U", "comuta", "-A", "trust", "--no-sync", "-E", "UTF8");
      start();
      Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private String data() {
    return directory.resolve("data").toString();
  }

  /** Starts it, when it was stopped. */
  public void start() {
    String options = "-p " + port + " -h 127.0.0.1 -k " + directory;
    run("pg_ctl", "-D", data(), "-o", options, "-l", directory + "/log", "-w", "start");
  }

  /** Stops it at once; its connections break. */
  public void stop() {
    run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
  }

  private void remove() {
    stop();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Address of its database; the user is {@code comuta}. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /** Runs one of its programs; as another user where this is root, whom it refuses. */
  private void run(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    command.add(BINARIES.resolve(program).toString());
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(directory.resolve("output").toFile()))
              .start();
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(
            String.join(" ", command) + ": " + Files.readString(directory.resolve("output")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
