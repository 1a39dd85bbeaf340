package org.comuta.tests.harness;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The mail server of aiosmtpd with STARTTLS and AUTH, in a process of its own on 127.0.0.1, with a
 * certificate of that name.
 */
public final class MailPeer implements AutoCloseable {
  /** Who may send. */
  public static final String USER = "comuta";

  /** Of the user. */
  public static final String PASSWORD = "only-for-this-test-m";

  private static final Path SCRIPT =
      Path.of(System.getProperty("comuta.home"))
          .resolve("ejb/src/test/resources/org/comuta/mail/smtp_server.py");

  private final TestCertificate certificate;
  private final Path folder;
  private final int port;
  private final BlockingQueue<String> mails = new LinkedBlockingQueue<>();
  private Process process;

  private MailPeer(Path folder) throws IOException {
    this.folder = folder;
    certificate = TestCertificate.make(folder, "ip:127.0.0.1");
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    process = run();
  }

  /** Starts one with its files in this folder. */
  public static MailPeer start(Path folder) {
    try {
      return new MailPeer(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process run() throws IOException {
    Process started =
        new ProcessBuilder(
                "/usr/bin/python3",
                SCRIPT.toString(),
                String.valueOf(port),
                "STARTTLS",
                folder.toString(),
                "--user",
                USER,
                "--password",
                PASSWORD)
            .redirectError(folder.resolve("smtp.log").toFile())
            .start();
    BufferedReader out = started.inputReader(StandardCharsets.UTF_8);
    if (!"READY".equals(out.readLine())) {
      throw new IOException("it does not start: " + Files.readString(folder.resolve("smtp.log")));
    }
    Thread.ofVirtual().start(() -> out.lines().forEach(line -> mails.add(mail(line))));
    return started;
  }

  /** The whole mail, without the line breaks of quoted printable. */
  private static String mail(String line) {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      JsonObject mail = reader.readObject();
      byte[] octets = Base64.getDecoder().decode(mail.getString("data"));
      return new String(octets, StandardCharsets.UTF_8).replaceAll("=\\r?\\n", "");
    }
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** Its certificate, which signs itself; PEM. */
  public String certificate() {
    return certificate.pem();
  }

  /** The next mail as it was sent; waits for it for a minute. */
  public String next() throws InterruptedException {
    String next = mails.poll(60, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("waited in vain for a mail");
    }
    return next;
  }

  /** Ends the process. */
  public void stop() {
    process.destroy();
    process.onExit().join();
  }

  /** Starts it again. */
  public void startAgain() {
    try {
      process = run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
