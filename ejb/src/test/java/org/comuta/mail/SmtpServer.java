package org.comuta.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.comuta.description.Json;

/** The mail server of aiosmtpd, in a process of its own on 127.0.0.1. */
final class SmtpServer implements AutoCloseable {
  /** Who may send. */
  static final String USER = "comuta";

  static final String PASSWORD = "only-for-this-test";

  /**
   * A mail that it took.
   *
   * @param user who signed in; empty for nobody
   */
  record Taken(String from, List<String> to, boolean tls, String user, MimeMessage message) {
    String subject() throws MessagingException {
      return message.getSubject();
    }

    String text() throws MessagingException, IOException {
      return ((String) message.getContent()).replace("\r\n", "\n");
    }
  }

  private final Path folder;
  private final int port;
  private final Process process;
  private final BlockingQueue<Taken> taken = new LinkedBlockingQueue<>();

  /**
   * Starts one.
   *
   * @param signIn whether it asks for user and password
   */
  SmtpServer(MailSecurity security, boolean signIn) {
    try {
      folder = Files.createTempDirectory(Path.of("target"), "smtp").toAbsolutePath();
      port = freePort();
      run(
          "openssl",
          "req",
          "-x509",
          "-newkey",
          "rsa:2048",
          "-nodes",
          "-days",
          "2",
          "-subj",
          "/CN=test",
          "-addext",
          "subjectAltName=IP:127.0.0.1",
          "-keyout",
          folder + "/key.pem",
          "-out",
          folder + "/certificate.pem");
      List<String> command =
          new ArrayList<>(
              List.of(
                  "/usr/bin/python3",
                  script().toString(),
                  String.valueOf(port),
                  security.name(),
                  folder.toString()));
      if (signIn) {
        command.addAll(List.of("--user", USER, "--password", PASSWORD));
      }
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      BufferedReader out = process.inputReader();
      assertThat(out.readLine()).as("python3-aiosmtpd starts").isEqualTo("READY");
      Thread.ofVirtual().start(() -> out.lines().forEach(line -> taken.add(read(line))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path script() {
    try {
      return Path.of(
          Objects.requireNonNull(SmtpServer.class.getResource("smtp_server.py")).toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void run(String... command) throws IOException {
    Process made =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(made.onExit().join().exitValue()).as(command[0]).isZero();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Taken read(String line) {
    JsonObject mail = Json.parse(line);
    try {
      return new Taken(
          mail.getString("from"),
          mail.getJsonArray("to").getValuesAs(JsonString.class).stream()
              .map(JsonString::getString)
              .toList(),
          mail.getBoolean("tls"),
          mail.getString("user"),
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(Base64.getDecoder().decode(mail.getString("data")))));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return port;
  }

  /** Its certificate, which is of 127.0.0.1 and signs itself; PEM. */
  String certificate() {
    try {
      return Files.readString(folder.resolve("certificate.pem"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers every mail so from now on; with an empty text, takes them. */
  void answers(String reply) {
    try {
      if (reply.isEmpty()) {
        Files.deleteIfExists(folder.resolve("reply"));
      } else {
        Files.writeString(folder.resolve("reply"), reply);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next mail. */
  Taken next() throws InterruptedException {
    Taken next = taken.poll(60, TimeUnit.SECONDS);
    assertThat(next).as("a mail").isNotNull();
    return Objects.requireNonNull(next);
  }

  /** Mails that were taken and not looked at. */
  int waiting() {
    return taken.size();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
