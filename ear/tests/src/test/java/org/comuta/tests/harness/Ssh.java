package org.comuta.tests.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The client of OpenSSH, as somebody uses it who has a password, codes or a key. Immutable. */
public final class Ssh {
  private static final long PATIENCE_SECONDS = 60;

  /**
   * What a run came to.
   *
   * @param exitCode 255 where the client itself failed
   */
  public record Result(int exitCode, String out, String err) {}

  private final ComutaServer server;
  private final Path folder;
  private final String user;
  private final List<String> options;
  private final Map<String, String> environment;

  private Ssh(
      ComutaServer server,
      Path folder,
      String user,
      List<String> options,
      Map<String, String> environment) {
    this.server = server;
    this.folder = folder;
    this.user = user;
    this.options = options;
    this.environment = environment;
  }

  /** Somebody who types a password and, where it is asked for, a code. */
  public static Ssh withPassword(ComutaServer server, String user, String password, String code) {
    Path folder = folder();
    Path asker = folder.resolve("answer");
    write(
        asker,
        "#!/bin/sh\ncase $1 in *Code*) echo '%s' ;; *) echo '%s' ;; esac\n"
            .formatted(code, password));
    permit(asker, "rwx------");
    return new Ssh(
        server,
        folder,
        user,
        List.of(
            "-o", "PubkeyAuthentication=no",
            "-o", "NumberOfPasswordPrompts=1",
            "-o", "PreferredAuthentications=keyboard-interactive"),
        Map.of("SSH_ASKPASS", asker.toString(), "SSH_ASKPASS_REQUIRE", "force"));
  }

  /** The same by the older method, which can ask for nothing more. */
  public Ssh plainly() {
    return with("-o", "PreferredAuthentications=password");
  }

  /** Somebody who has a private key. */
  public static Ssh withKey(ComutaServer server, String user, Path key) {
    return new Ssh(
        server,
        folder(),
        user,
        List.of("-i", key.toString(), "-o", "IdentitiesOnly=yes", "-o", "BatchMode=yes"),
        Map.of());
  }

  /** The same with more options. */
  public Ssh with(String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(options);
    return new Ssh(server, folder, user, all, environment);
  }

  /** Makes a pair of keys of a type, such as {@code ed25519}, and gives the private half's file. */
  public static Path newKey(String... type) {
    Path key = folder().resolve("key");
    List<String> command =
        new ArrayList<>(List.of("ssh-keygen", "-q", "-N", "", "-C", "tests", "-f", key.toString()));
    command.addAll(List.of(type));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted();
    }
    return key;
  }

  /** Does one command, or with several lines a script. */
  public Result run(String command) {
    boolean script = command.indexOf('\n') >= 0;
    Client client = start(script ? List.of("-T") : List.of("-n"), script ? "" : command);
    if (script) {
      send(client.process(), command);
    }
    return client.await();
  }

  /** Opens a terminal; what is typed there is seen by {@link Typing}. */
  public Typing type() {
    return new Typing(start(List.of("-tt"), ""));
  }

  private Client start(List<String> more, String command) {
    List<String> line = new ArrayList<>(List.of("ssh", "-F", "none"));
    line.addAll(options);
    line.addAll(more);
    line.addAll(
        List.of(
            "-o",
            "StrictHostKeyChecking=yes",
            "-o",
            "UserKnownHostsFile=" + knownHosts(),
            "-o",
            "SendEnv=LANG",
            "-p",
            String.valueOf(server.sshPort()),
            user + "@127.0.0.1"));
    if (!command.isEmpty()) {
      line.add(command);
    }
    try {
      Path out = Files.createTempFile(folder, "out", "");
      Path err = Files.createTempFile(folder, "err", "");
      ProcessBuilder builder =
          new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().putAll(environment);
      builder.environment().put("LANG", "en_US.UTF-8");
      builder.environment().put("TERM", "xterm");
      builder.environment().remove("LC_ALL");
      builder.environment().remove("SSH_AUTH_SOCK");
      return new Client(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path knownHosts() {
    String key = read(server.state().resolve("keys").resolve("ssh_host_ed25519_key.pub"));
    Path file = folder.resolve("known_hosts");
    write(file, "[127.0.0.1]:" + server.sshPort() + " " + key);
    return file;
  }

  /** A client that was started, and the files it writes to. */
  private record Client(Process process, Path out, Path err) {
    Result await() {
      try {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError("ssh does not end; it said " + read(out));
        }
      } catch (InterruptedException e) {
        throw interrupted();
      }
      return new Result(process.exitValue(), read(out), read(err));
    }
  }

  private static void send(Process process, String text) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A terminal that somebody types at. One thread. */
  public static final class Typing implements AutoCloseable {
    private final Client client;
    private int seen;

    private Typing(Client client) {
      this.client = client;
    }

    /** Types these keys. */
    public Typing keys(String keys) {
      try {
        client.process().getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        client.process().getOutputStream().flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return this;
    }

    /** Waits until this is shown, after all that was waited for before. */
    public Typing await(String text) {
      Waiting.until(
          "'" + text + "' on the terminal", () -> shown().indexOf(text, seen) >= 0, this::shown);
      seen = shown().indexOf(text, seen) + text.length();
      return this;
    }

    /** Waits for the end. */
    public Result end() {
      return client.await();
    }

    /** All that was shown. */
    public String shown() {
      return read(client.out());
    }

    @Override
    public void close() {
      client.process().destroyForcibly();
    }
  }

  private static Path folder() {
    try {
      Path root = Path.of("target", "ssh").toAbsolutePath();
      Files.createDirectories(root);
      return Files.createTempDirectory(root, "client-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void permit(Path file, String permissions) {
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IllegalStateException interrupted() {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted");
  }
}
