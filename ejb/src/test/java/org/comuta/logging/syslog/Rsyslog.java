package org.comuta.logging.syslog;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.comuta.FileWatch;
import org.junit.jupiter.api.Assumptions;

/**
 * An rsyslog server of a test, on free ports of the loopback address. Tests that ask for one are
 * skipped where rsyslog is not installed.
 */
final class Rsyslog implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/rsyslogd");

  private final Path folder;
  private final Process process;
  private final int tcpPort;
  private final int tlsPort;

  private Rsyslog(Path folder, Process process, int tcpPort, int tlsPort) {
    this.folder = folder;
    this.process = process;
    this.tcpPort = tcpPort;
    this.tlsPort = tlsPort;
  }

  /** Starts one and waits until it listens. */
  static Rsyslog start(Path folder) throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "rsyslog is not installed");
    makeCertificate(folder);
    int tcpPort = freePort();
    int tlsPort = freePort();
    Path configuration = folder.resolve("rsyslog.conf");
    Files.writeString(
        configuration,
        """
        global(workDirectory="%1$s" processInternalMessages="on"
               defaultNetstreamDriverCAFile="%1$s/certificate.pem"
               defaultNetstreamDriverCertFile="%1$s/certificate.pem"
               defaultNetstreamDriverKeyFile="%1$s/key.pem")
        module(load="imtcp")
        input(type="imtcp" address="127.0.0.1" port="%2$d" ruleset="received")
        input(type="imtcp" address="127.0.0.1" port="%3$d" ruleset="received"
              streamdriver.name="gtls" streamdriver.mode="1" streamdriver.authmode="anon")
        syslog.info action(type="omfile" file="%1$s/own")
        template(name="parsed" type="string"
                 string="%%syslogfacility-text%%|%%syslogseverity-text%%|%%hostname%%|%%app-name%%|%%procid%%|%%msgid%%|%%structured-data%%|%%msg%%\\n")
        ruleset(name="received") { action(type="omfile" file="%1$s/received" template="parsed" asyncWriting="off" flushOnTXEnd="on") }
        """
            .formatted(folder, tcpPort, tlsPort));
    Process process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "-n",
                "-f",
                configuration.toString(),
                "-i",
                folder.resolve("pid").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    FileWatch.await(folder.resolve("own"), text -> text.contains(" start\n"));
    return new Rsyslog(folder, process, tcpPort, tlsPort);
  }

  private static void makeCertificate(Path folder) throws IOException, InterruptedException {
    Process made =
        new ProcessBuilder(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost",
                "-keyout",
                folder.resolve("key.pem").toString(),
                "-out",
                folder.resolve("certificate.pem").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("openssl").toFile())
            .start();
    if (made.waitFor() != 0) {
      throw new IOException(Files.readString(folder.resolve("openssl")));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  int tcpPort() {
    return tcpPort;
  }

  int tlsPort() {
    return tlsPort;
  }

  /** Its certificate, of the name localhost, in PEM. */
  String certificate() throws IOException {
    return Files.readString(folder.resolve("certificate.pem"));
  }

  /**
   * Waits until it has received so many messages, and gives them with their fields between bars.
   */
  List<String> received(int count) throws IOException, InterruptedException {
    return FileWatch.await(
            folder.resolve("received"),
            text -> text.chars().filter(c -> c == '\n').count() >= count)
        .lines()
        .toList();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
