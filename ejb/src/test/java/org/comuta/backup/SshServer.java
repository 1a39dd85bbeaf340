package org.comuta.backup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** OpenSSH's server on a free port of loopback, for the user that runs the test, by key only. */
final class SshServer implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/sshd");
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  final int port;
  final String user = System.getProperty("user.name");
  private final Path folder;
  private final Process process;

  SshServer(Path folder) throws IOException {
    this.folder = folder;
    this.port = freePort();
    key("host");
    key("user");
    Files.copy(folder.resolve("user.pub"), folder.resolve("authorized"));
    if (user.equals("root")) {
      Files.createDirectories(Path.of("/run/sshd")); // it separates privileges there
    }
    Path configuration = folder.resolve("sshd_config");
    Files.write(
        configuration,
        List.of(
            "Port " + port,
            "ListenAddress 127.0.0.1",
            "HostKey " + folder.resolve("host"),
            "AuthorizedKeysFile " + folder.resolve("authorized"),
            "PidFile none",
            "StrictModes no",
            "UsePAM no",
            "PasswordAuthentication no",
            "KbdInteractiveAuthentication no",
            "PermitRootLogin yes",
            "Subsystem sftp internal-sftp"));
    process =
        new ProcessBuilder(PROGRAM.toString(), "-D", "-e", "-f", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    awaitListening(port, process, folder.resolve("log"));
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  static void awaitListening(int port, Process process, Path log) throws IOException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (socket.isConnected()) {
          return;
        }
      } catch (IOException notYet) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          throw new IOException("the server does not listen: " + Files.readString(log), notYet);
        }
        LockSupport.parkNanos(20_000_000L);
      }
    }
  }

  private void key(String name) throws IOException {
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve(name).toString());
  }

  static String run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(String.join(" ", command) + " failed: " + output);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException(stopping);
    }
    return output;
  }

  /** As {@code ssh-keygen} shows it. */
  String fingerprint() throws IOException {
    return run("ssh-keygen", "-l", "-E", "sha256", "-f", folder.resolve("host.pub").toString())
        .split(" ", 3)[1];
  }

  String privateKey() throws IOException {
    return Files.readString(folder.resolve("user"));
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
