package org.comuta.sip.callcontrol.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.comuta.sip.container.start.FreePort;
import org.jspecify.annotations.Nullable;

/**
 * One SIPp process that plays a scenario on a port of loopback. It ends by itself; {@link #close}
 * ends it if it did not.
 */
public final class Sipp implements AutoCloseable {
  private static final int LONGEST_SECONDS = 90;

  /** Transport of a scenario; the letter is SIPp's. */
  public enum Transport {
    UDP("u1"),
    TCP("t1"),
    /** Over TCP, with a relay between it and the exchange: Debian's SIPp has no TLS. */
    TLS("t1");

    private final String option;

    Transport(String option) {
      this.option = option;
    }
  }

  /**
   * What to play.
   *
   * @param file the scenario
   * @param port local port
   * @param transport how to send, and to listen
   * @param calls how many calls until it ends
   * @param values what stands in the scenario for {@code @name@}
   */
  public record Part(
      Path file, int port, Transport transport, int calls, Map<String, String> values) {
    public Part {
      values = Map.copyOf(values);
    }

    /** One call over UDP. */
    public static Part of(Path file, int port) {
      return new Part(file, port, Transport.UDP, 1, Map.of());
    }

    public Part at(int otherPort) {
      return new Part(file, otherPort, transport, calls, values);
    }

    public Part over(Transport other) {
      return new Part(file, port, other, calls, values);
    }

    public Part times(int count) {
      return new Part(file, port, transport, count, values);
    }

    /** With this text wherever the scenario says {@code @name@}. */
    public Part with(String name, String text) {
      Map<String, String> all = new HashMap<>(values);
      all.put(name, text);
      return new Part(file, port, transport, calls, all);
    }

    /** With the text of the scenario changed so. */
    public Part changed(UnaryOperator<String> change) {
      try {
        Path folder = Files.createDirectories(Path.of("target", "sipp"));
        Path other = Files.createTempFile(folder, String.valueOf(file.getFileName()), ".changed");
        return new Part(
            Files.writeString(other, change.apply(Files.readString(file))),
            port,
            transport,
            calls,
            values);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Path write(Path folder) throws IOException {
      String scenario = Files.readString(file);
      if (transport == Transport.TLS) {
        scenario =
            scenario.replace("[transport]", "TLS").replace("[local_port]", Integer.toString(port));
      }
      for (Map.Entry<String, String> value : values.entrySet()) {
        scenario = scenario.replace('@' + value.getKey() + '@', value.getValue());
      }
      return Files.writeString(
          Files.createTempFile(folder, String.valueOf(file.getFileName()), ".xml"), scenario);
    }
  }

  private final Process process;
  private final Part part;
  private final int ownPort;
  private @Nullable TlsRelay relay;
  private final Path log;
  private final Path errors;
  private final Path messages;

  private Sipp(Part part, int ownPort, List<String> target, @Nullable TlsRelay relay) {
    this.part = part;
    this.ownPort = ownPort;
    this.relay = relay;
    try {
      Path folder = Files.createDirectories(Path.of("target", "sipp"));
      String name = String.valueOf(part.file.getFileName());
      log = Files.createTempFile(folder, name, ".log");
      errors = Files.createTempFile(folder, name, ".errors");
      messages = Files.createTempFile(folder, name, ".messages");
      List<String> command = new ArrayList<>(List.of("sipp", "-sf", part.write(folder).toString()));
      command.addAll(List.of("-i", "127.0.0.1", "-p", Integer.toString(ownPort)));
      command.addAll(List.of("-t", part.transport.option, "-m", Integer.toString(part.calls)));
      command.addAll(List.of("-timeout", LONGEST_SECONDS + "s", "-timeout_error", "-nostdin"));
      command.addAll(List.of("-trace_err", "-error_file", errors.toString()));
      command.addAll(List.of("-trace_msg", "-message_file", messages.toString()));
      command.addAll(target);
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("SIPp is needed here: apt-get install sip-tester", e);
    }
  }

  /** Begins to call this port of loopback. */
  public static Sipp calls(Part part, int port, String number) {
    return calls(part, "127.0.0.1", port, number);
  }

  /** Begins to call this port of an address of loopback. */
  public static Sipp calls(Part part, String address, int port, String number) {
    if (part.transport != Transport.TLS) {
      return new Sipp(part, part.port, List.of("-s", number, address + ':' + port), null);
    }
    TlsRelay relay =
        TlsRelay.ofCaller(part.port, new InetSocketAddress(InetAddress.ofLiteral(address), port));
    return new Sipp(
        part, FreePort.udpAndTcp(), List.of("-s", number, "127.0.0.1:" + relay.plainPort()), relay);
  }

  /** Begins to wait for calls; returns when it listens. */
  public static Sipp answers(Part part) {
    boolean secure = part.transport == Transport.TLS;
    Sipp sipp = new Sipp(part, secure ? FreePort.udpAndTcp() : part.port, List.of(), null);
    sipp.awaitPort();
    if (secure) {
      sipp.relay = TlsRelay.ofCalled(part.port, sipp.ownPort);
    }
    return sipp;
  }

  /** Waits for its end; fails unless every call went as the scenario says. */
  public void succeeds() {
    try {
      if (!process.waitFor(LONGEST_SECONDS + 10L, TimeUnit.SECONDS)) {
        throw new AssertionError(part.file + " did not end");
      }
      if (process.exitValue() != 0) {
        throw new AssertionError(
            "%s ended with %d:%n%s%n%s%n%s"
                .formatted(
                    part.file,
                    process.exitValue(),
                    Files.readString(errors),
                    Files.readString(log),
                    Files.readString(messages)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every message it sent and received, as text. */
  public String messages() throws IOException {
    return Files.readString(messages);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    if (relay != null) {
      relay.close();
    }
  }

  private void awaitPort() {
    String table = part.transport == Transport.UDP ? "/proc/net/udp" : "/proc/net/tcp";
    String local = ":%04X ".formatted(ownPort);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    try {
      while (!Files.readString(Path.of(table)).contains(local)) {
        if (process.waitFor(5, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
          throw new AssertionError(part.file + " does not listen:\n" + Files.readString(log));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
