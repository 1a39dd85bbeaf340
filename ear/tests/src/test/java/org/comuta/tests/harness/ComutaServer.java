package org.comuta.tests.harness;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comuta.tests.harness.Launcher.Outcome;

/**
 * One running server, started by the launcher on its own ports with its own state below {@code
 * target}. Tests that share an offset share the server; each class names its offset.
 */
public final class ComutaServer implements AutoCloseable {
  /** Name of the first administrator. */
  public static final String ADMINISTRATOR = "admin";

  /** Of the tests only: the servers they start listen on loopback and keep no state. */
  public static final String PASSWORD = "only-for-the-tests-0";

  private final int offset;
  private final Launcher launcher;
  private final Path state;

  private ComutaServer(int offset, Path state, Map<String, String> environment) {
    this.offset = offset;
    this.state = state;
    Map<String, String> whole = new HashMap<>(environment);
    whole.put("COMUTA_STATE", state.toString());
    whole.put("COMUTA_ADMIN_PASSWORD", PASSWORD);
    // A server that lives for a minute gains nothing from the compiler that takes its time.
    whole.put("COMUTA_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
    this.launcher = new Launcher(whole, Path.of("target", "launcher").toAbsolutePath());
  }

  /**
   * Starts a new server, one that knows nothing, whose ports are moved by this multiple of 100, and
   * waits until it is ready.
   */
  public static ComutaServer start(int offset) {
    return start(offset, Map.of());
  }

  /** The same with these variables in the environment of the launcher. */
  public static ComutaServer start(int offset, Map<String, String> environment) {
    return start(offset, Path.of(System.getProperty("comuta.state")), environment);
  }

  /** The same with its state below this folder. */
  public static ComutaServer start(int offset, Path state) {
    return start(offset, state, Map.of());
  }

  private static ComutaServer start(int offset, Path state, Map<String, String> environment) {
    ComutaServer server = new ComutaServer(offset, state, environment);
    server.forget();
    server.up();
    return server;
  }

  /** Starts it again after {@link #kill} or {@link #down}, with the state it had. */
  public void up() {
    expect(launcher.run("up", "--detach", "--offset", String.valueOf(offset)));
  }

  /** Stops it in order. */
  public void down() {
    expect(launcher.run("down", "--offset", String.valueOf(offset)));
  }

  /** What {@code ./comuta} does with these words for this server, and says. */
  public RestClient.Answer launch(String command, String... more) {
    List<String> words = new ArrayList<>(List.of(command, "--offset", String.valueOf(offset)));
    words.addAll(List.of(more));
    Outcome outcome = launcher.run(words.toArray(String[]::new));
    return new RestClient.Answer(outcome.exitCode(), outcome.output());
  }

  /** What {@code ./comuta status --json} says. */
  public JsonObject status() {
    Outcome outcome = launcher.run("status", "--json", "--offset", String.valueOf(offset));
    return new RestClient.Answer(outcome.exitCode(), outcome.output()).json();
  }

  /** Ends its process as a power cut of the JVM would: SIGKILL. */
  public void kill() {
    ProcessHandle process = ProcessHandle.of(status().getInt("pid")).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  /** A client signed in as the administrator. */
  public RestClient rest() {
    return rest(ADMINISTRATOR, PASSWORD);
  }

  /** A client signed in as somebody. */
  public RestClient rest(String user, String password) {
    return RestClient.withPassword(portal(), user, password);
  }

  /** A client with a bearer token. */
  public RestClient restWithToken(String token) {
    return RestClient.withToken(portal(), token);
  }

  /** Address of portal and API. */
  public URI portal() {
    return URI.create("http://127.0.0.1:" + (8080 + offset));
  }

  /** Port of SIP over UDP and TCP. */
  public int sipPort() {
    return 5060 + offset;
  }

  /** Port of the command line over SSH. */
  public int sshPort() {
    return 2222 + offset;
  }

  /** Folder of its state: {@code cdr}, {@code journal} … */
  public Path state() {
    return state.resolve(String.valueOf(offset));
  }

  @Override
  public void close() {
    down();
  }

  private void forget() {
    if (!Files.exists(state())) {
      return;
    }
    try (Stream<Path> paths = Files.walk(state())) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void expect(Outcome outcome) {
    if (outcome.exitCode() != 0) {
      throw new IllegalStateException(
          "the launcher ended with " + outcome.exitCode() + ":\n" + outcome.output());
    }
  }
}
