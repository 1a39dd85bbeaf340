package org.comuta.tests.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A softphone of others, baresip, that makes one call over TLS, without sound. */
public final class Softphone implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final Path log;

  /**
   * Begins to call.
   *
   * @param folder of its own
   * @param port of loopback where it listens; it takes the next one, too
   * @param uri whom, at the port over TLS that the call goes to
   * @param seconds until it hangs up and ends
   */
  public Softphone(Path folder, int port, String uri, int seconds) throws IOException {
    log = folder.resolve("log");
    Files.writeString(
        folder.resolve("config"),
        """
        poll_method epoll
        sip_listen 127.0.0.1:%d
        net_interface 127.0.0.1
        call_max_calls 1
        audio_source aubridge,nowhere
        audio_player aubridge,nowhere
        audio_alert aubridge,nowhere
        rtp_ports %d-%d
        module_path %s
        module g711.so
        module aubridge.so
        module_app account.so
        module_app menu.so
        """
            .formatted(port, port + 2, port + 9, modules()));
    Files.writeString(
        folder.resolve("accounts"),
        "<sip:4833334444@127.0.0.1:%d;transport=tls>;regint=0;audio_codecs=PCMA%n".formatted(port));
    process =
        new ProcessBuilder(
                "baresip",
                "-4",
                "-f",
                folder.toString(),
                "-t",
                Integer.toString(seconds),
                "-e",
                "/dial " + uri)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
  }

  private static Path modules() throws IOException {
    try (Stream<Path> found = Files.find(Path.of("/usr/lib"), 3, Softphone::isForModules)) {
      return found.findFirst().orElseThrow(() -> new IOException("baresip has no modules"));
    }
  }

  private static boolean isForModules(Path path, Object attributes) {
    return path.endsWith(Path.of("baresip", "modules"));
  }

  /** Waits until it has hung up and ended; what it said. */
  public String ended() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException("the softphone goes on: " + Files.readString(log));
    }
    return Files.readString(log);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
