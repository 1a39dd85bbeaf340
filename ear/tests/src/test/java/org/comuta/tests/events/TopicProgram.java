package org.comuta.tests.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.comuta.tests.harness.ComutaServer;

/** {@code TopicReader} as a process of its own, with nothing but WildFly's client library. */
final class TopicProgram implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  TopicProgram(
      ComutaServer server, String topic, String selector, String user, String password, int count)
      throws IOException, URISyntaxException {
    this(server, "127.0.0.1", topic, selector, user, password, count);
  }

  /** The same from an address of this machine. */
  TopicProgram(
      ComutaServer server,
      String from,
      String topic,
      String selector,
      String user,
      String password,
      int count)
      throws IOException, URISyntaxException {
    URL source = Objects.requireNonNull(TopicProgram.class.getResource("/TopicReader.java"));
    Path library =
        Path.of(System.getProperty("comuta.wildfly.home"), "bin", "client", "jboss-client.jar");
    process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    library.toString(),
                    Path.of(source.toURI()).toString(),
                    String.valueOf(server.portal().getPort()),
                    topic,
                    selector,
                    user,
                    password,
                    String.valueOf(count),
                    from,
                    String.valueOf(freePort(from))))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    output = process.inputReader();
  }

  /** The library binds to an address only together with a port. */
  private static int freePort(String address) throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral(address))) {
      return free.getLocalPort();
    }
  }

  /** The next line of its output. */
  String line() throws IOException {
    return String.valueOf(output.readLine());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** All lines until the program has ended. */
  List<String> rest() throws IOException {
    return output.lines().toList();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
