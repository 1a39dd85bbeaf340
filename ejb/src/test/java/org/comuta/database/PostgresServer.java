package org.comuta.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.comuta.schema.Schema;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server for the tests of one JVM, started when a test first asks for it: in a
 * temporary folder, on a free port of the loopback address, as an unprivileged user. Tests that ask
 * for one fail where PostgreSQL is not installed.
 *
 * <p>Use: {@link #shared}, or {@code @ExtendWith(PostgresServer.Starter.class)} and a parameter of
 * this type.
 */
public final class PostgresServer {
  private static final Path INSTALLATIONS = Path.of("/usr/lib/postgresql");
  private static final String UNPRIVILEGED = "postgres";
  private static final String OWNER = "comuta";
  private static final String WITH_TABLES = "with_tables";

  private final Path programs;
  private final Path folder;
  private final int port;
  private boolean tablesMade;

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
    run("initdb", "-D", data(), "-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C", "-N");
    Path rules = Path.of(data(), "pg_hba.conf");
    String theirs = "host all " + OWNER + " 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 ";
    Files.writeString(rules, theirs + "scram-sha-256\n", StandardOpenOption.TRUNCATE_EXISTING);
    start();
  }

  /** Starts it again after {@link #stop}, with what it held. */
  public void start() throws IOException {
    String options =
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=%s -c fsync=off"
            .formatted(port, folder);
    String log = folder.resolve("log").toString();
    run("pg_ctl", "-D", data(), "-l", log, "-w", "-o", options, "start");
  }

  /** Stops it as a crash would: whoever is connected is cut off. */
  public void stop() throws IOException {
    run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
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
    return create(newName(), "");
  }

  /** A new database with the tables of this version: a copy, for to make them takes seconds. */
  public synchronized PGSimpleDataSource newDatabaseWithTables() {
    if (!tablesMade) {
      Schema.migrate(create(WITH_TABLES, ""));
      tablesMade = true;
    }
    return create(newName(), " template " + WITH_TABLES);
  }

  private static String newName() {
    return "test_" + UUID.randomUUID().toString().replace('-', '_');
  }

  private PGSimpleDataSource create(String name, String how) {
    try (Connection connection = database("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + how);
    } catch (SQLException e) {
      throw new IllegalStateException("no new database", e);
    }
    return database(name);
  }

  /**
   * A new, empty database of a new user of the same name, who signs in with this password.
   *
   * @return its address for JDBC
   */
  public String newDatabase(String user, String password) {
    try (Connection connection = database("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create role " + user + " login password '" + password.replace("'", "''") + "'");
      statement.execute("create database " + user + " owner " + user);
    } catch (SQLException e) {
      throw new IllegalStateException("no new database", e);
    }
    return address(user);
  }

  private String address(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private PGSimpleDataSource database(String name) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address(name));
    source.setUser(OWNER);
    return source;
  }

  private void close() {
    try {
      stop();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path installed() throws IOException {
    try (Stream<Path> versions = Files.list(INSTALLATIONS)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder())
          .orElseThrow(() -> new NoSuchFileException("initdb"));
    } catch (NoSuchFileException e) {
      throw new IOException("PostgreSQL is not installed: apt-get install postgresql", e);
    }
  }

  /** The server of this JVM, which ends with it. */
  public static PostgresServer shared() {
    return Shared.SERVER;
  }

  private static final class Shared {
    static final PostgresServer SERVER = start();

    private static PostgresServer start() {
      try {
        PostgresServer server = new PostgresServer(installed());
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
      return shared();
    }
  }
}
