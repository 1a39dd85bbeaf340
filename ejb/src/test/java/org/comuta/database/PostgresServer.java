package org.comuta.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server for the tests of one JVM, started when a test first asks for it: in a
 * temporary folder, on a free port of the loopback address, as an unprivileged user. Tests that ask
 * for one are skipped where PostgreSQL is not installed.
 *
 * <p>Use: {@link #shared}, or {@code @ExtendWith(PostgresServer.Starter.class)} and a parameter of
 * this type.
 */
public final class PostgresServer {
  private static final Path INSTALLATIONS = Path.of("/usr/lib/postgresql");
  private static final String UNPRIVILEGED = "postgres";

  private final Path programs;
  private final Path folder;
  private final int port;

  private PostgresServer(Path programs) throws IOException {
    this.programs = programs;
    this.folder = Files.createTempDirectory("comuta-postgres-");
    this.port = freePort();
    if (isRoot()) {
      Files.setOwner(
          folder,
          folder
              .getFileSystem()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName(UNPRIVILEGED));
    }
    run("initdb", "-D", data(), "-U", "comuta", "-A", "trust", "-E", "UTF8", "--locale=C", "-N");
    String options =
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=%s -c fsync=off"
            .formatted(port, folder);
    run(
        "pg_ctl",
        "-D",
        data(),
        "-l",
        folder.resolve("log").toString(),
        "-w",
        "-o",
        options,
        "start");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", UNPRIVILEGED, "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("comuta-postgres-", ".out");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new IOException(program + " failed: " + Files.readString(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(program + " was interrupted", e);
    } finally {
      Files.delete(output);
    }
  }

  /** A new, empty database. */
  public PGSimpleDataSource newDatabase() {
    String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
    try (Connection connection = database("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no new database", e);
    }
    return database(name);
  }

  private PGSimpleDataSource database(String name) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/" + name);
    source.setUser("comuta");
    return source;
  }

  private void close() {
    try {
      run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> installed() {
    if (!Files.isDirectory(INSTALLATIONS)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(INSTALLATIONS)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server of this JVM, which ends with it; empty where PostgreSQL is not installed. */
  public static Optional<PostgresServer> shared() {
    return Shared.SERVER;
  }

  private static final class Shared {
    static final Optional<PostgresServer> SERVER = installed().map(Shared::start);

    private static PostgresServer start(Path programs) {
      try {
        PostgresServer server = new PostgresServer(programs);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Gives the server to tests that have a parameter of its type. */
  public static final class Starter implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == PostgresServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      Assumptions.assumeTrue(shared().isPresent(), "PostgreSQL is not installed");
      return shared().orElseThrow();
    }
  }
}
