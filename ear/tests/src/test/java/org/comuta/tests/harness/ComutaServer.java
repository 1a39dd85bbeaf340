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
 * target}. Tests ask for {@link SharedServer} unless they need it untouched, or do what others
 * would suffer from.
 */
public final class ComutaServer implements AutoCloseable {
  /** Name of the first administrator. */
  public static final String ADMINISTRATOR = "admin";

  /** Of the tests only: the servers they start listen on loopback and keep no state. */
  public static final String PASSWORD = "only-for-the-tests-0";

  /** Of the servers that one test has for itself; there is one at a time. */
  private static final int OWN_OFFSET = 1100;

  private static final int SHARED_OFFSET = 900;

  private final int offset;
  private boolean stopped;
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

  /** Starts a new server, one that knows nothing, and waits until it is ready. */
  public static ComutaServer start() {
    return start(OWN_OFFSET, states(), Map.of());
  }

  /** The same with its state below this folder. */
  public static ComutaServer start(Path state) {
    return start(OWN_OFFSET, state, Map.of());
  }

  /**
   * The same with its ports moved by this multiple of 100, and these variables in the environment
   * of the launcher: a server of another kind has a folder of its own, which is not made anew each
   * time.
   */
  public static ComutaServer start(int offset, Map<String, String> environment) {
    return start(offset, states(), environment);
  }

  static ComutaServer startShared() {
    return start(SHARED_OFFSET, states(), Map.of());
  }

  private static Path states() {
    return Path.of(System.getProperty("comuta.state"));
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
    stopped = false;
  }

  /** The same where a test stopped it and has not done so; one that ended by itself stays so. */
  void upAgain() {
    if (stopped) {
      up();
    }
  }

  /** Stops it in order. */
  public void down() {
    stopped = true;
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
    stopped = true;
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

  /** Port of portal and API over TLS. */
  public int httpsPort() {
    return 8443 + offset;
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
