package org.comuta.tests.harness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A neighbour over UDP whose dialogs the test holds: it can do something in them at any moment,
 * however long the exchange was away. It answers calls, and whatever is asked within them.
 */
public final class SipPeer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(32);
  private static final long T1_MILLIS = 500;

  /** One dialog as this peer knows it; sequence counts our requests. */
  private record Dialog(
      String callId, String local, String remote, String target, AtomicInteger sequence) {}

  private final DatagramSocket socket;
  private final InetSocketAddress server;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, Dialog> dialogs = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<String>> expected = new ConcurrentHashMap<>();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> hungUp = ConcurrentHashMap.newKeySet();
  private final Set<String> changed = ConcurrentHashMap.newKeySet();
  private final Map<String, String> told = new ConcurrentHashMap<>();
  private final AtomicInteger branches = new AtomicInteger();

  /** Listens on this port of loopback and talks to the exchange on that one. */
  public SipPeer(int port, int serverPort) {
    this(port, new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort));
  }

  /** Listens on this port of loopback and talks to the exchange at that interface. */
  public SipPeer(int port, InetSocketAddress server) {
    this.server = server;
    try {
      socket = new DatagramSocket(port, InetAddress.getLoopbackAddress());
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("peer-" + port).start(this::read);
  }

  /** Calls this number and returns the Call-ID once it is answered. */
  public String call(String number, String callId) {
    String local = "<sip:4833334444@" + here() + ">;tag=c" + callId;
    String target =
        "sip:" + number + '@' + server.getAddress().getHostAddress() + ':' + server.getPort();
    Dialog calling = new Dialog(callId, local, "<" + target + ">", target, new AtomicInteger());
    String answer = request(calling, "INVITE", sdp(1));
    Dialog dialog =
        new Dialog(callId, local, header("To", answer), contact(answer), calling.sequence());
    dialogs.put(callId, dialog);
    acknowledge(dialog);
    return callId;
  }

  /** Asks for a change of the media; returns when it was answered. */
  public void change(String callId) {
    Dialog dialog = dialog(callId);
    request(dialog, "INVITE", sdp(2));
    acknowledge(dialog);
  }

  /** Hangs up; returns when that was confirmed. */
  public void hangUp(String callId) {
    request(dialog(callId), "BYE", "");
  }

  /** Call-IDs of the calls that were answered here and then acknowledged. */
  public Set<String> acknowledged() {
    return acknowledged;
  }

  /** Call-IDs of the calls that the other side ended. */
  public Set<String> hungUp() {
    return hungUp;
  }

  /** Call-IDs of the calls that the other side changed. */
  public Set<String> changed() {
    return changed;
  }

  /** The last session description this peer was told for this call. */
  public String told(String callId) {
    return told.getOrDefault(callId, "");
  }

  private Dialog dialog(String callId) {
    Dialog dialog = dialogs.get(callId);
    if (dialog == null) {
      throw new IllegalArgumentException("no dialog " + callId);
    }
    return dialog;
  }

  /** Sends a request until its final response comes, which must be a 2xx. */
  private String request(Dialog dialog, String method, String body) {
    int sequence = dialog.sequence().incrementAndGet();
    String message = message(dialog, method, sequence, body);
    CompletableFuture<String> answer = new CompletableFuture<>();
    String key = dialog.callId() + ' ' + sequence + ' ' + method;
    expected.put(key, answer);
    ScheduledFuture<?> again =
        timer.scheduleAtFixedRate(() -> send(message), 0, T1_MILLIS, TimeUnit.MILLISECONDS);
    try {
      String response = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (!response.startsWith("SIP/2.0 2")) {
        throw new AssertionError(key + " was answered:\n" + response);
      }
      return response;
    } catch (TimeoutException e) {
      throw new AssertionError(key + " was not answered", e);
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      again.cancel(false);
      expected.remove(key);
    }
  }

  private void acknowledge(Dialog dialog) {
    send(message(dialog, "ACK", dialog.sequence().get(), ""));
  }

  private String message(Dialog dialog, String method, int sequence, String body) {
    return method
        + ' '
        + dialog.target()
        + " SIP/2.0\r\nVia: SIP/2.0/UDP "
        + here()
        + ";branch=z9hG4bKpeer"
        + branches.incrementAndGet()
        + "\r\nMax-Forwards: 70\r\nFrom: "
        + dialog.local()
        + "\r\nTo: "
        + dialog.remote()
        + "\r\nCall-ID: "
        + dialog.callId()
        + "\r\nCSeq: "
        + sequence
        + ' '
        + method
        + "\r\n"
        + end(body);
  }

  private String end(String body) {
    return "Contact: <sip:peer@"
        + here()
        + ">\r\n"
        + (body.isEmpty() ? "" : "Content-Type: application/sdp\r\n")
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private String here() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  private static String sdp(int version) {
    return "v=0\r\no=peer 1 "
        + version
        + " IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio "
        + (30_000 + 2 * version)
        + " RTP/AVP 8\r\n";
  }

  private void send(String message) {
    byte[] octets = message.getBytes(ISO_8859_1);
    try {
      socket.send(new DatagramPacket(octets, octets.length, server));
    } catch (IOException e) {
      // The exchange is away: it will be sent again.
    }
  }

  private void read() {
    DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
    while (!socket.isClosed()) {
      try {
        packet.setLength(65_535);
        socket.receive(packet);
        received(new String(packet.getData(), 0, packet.getLength(), ISO_8859_1));
      } catch (IOException e) {
        // Closed, or the exchange is away.
      }
    }
  }

  private void received(String message) {
    String[] sequence = header("CSeq", message).split(" ", 2);
    String callId = header("Call-ID", message);
    String body = message.substring(message.indexOf("\r\n\r\n") + 4);
    if (!body.isEmpty()) {
      told.put(callId, body);
    }
    if (message.startsWith("SIP/2.0 ")) {
      @Nullable CompletableFuture<String> waiting =
          expected.get(callId + ' ' + sequence[0] + ' ' + sequence[1]);
      if (waiting != null && !message.startsWith("SIP/2.0 1")) {
        waiting.complete(message);
      }
      return;
    }
    switch (sequence[1]) {
      case "INVITE" -> invited(callId, message);
      case "ACK" -> acknowledged.add(callId);
      case "BYE" -> {
        hungUp.add(callId);
        answer(message, "", "");
      }
      default -> answer(message, "", "");
    }
  }

  private void invited(String callId, String invite) {
    if (header("To", invite).contains("tag=")) {
      changed.add(callId);
      answer(invite, "", sdp(2));
      return;
    }
    String tag = ";tag=peer" + callId;
    dialogs.putIfAbsent(
        callId,
        new Dialog(
            callId,
            header("To", invite) + tag,
            header("From", invite),
            contact(invite),
            new AtomicInteger()));
    answer(invite, tag, sdp(1));
  }

  private void answer(String request, String tag, String body) {
    StringBuilder response = new StringBuilder("SIP/2.0 200 OK\r\n");
    for (String line : request.substring(0, request.indexOf("\r\n\r\n")).lines().toList()) {
      if (line.startsWith("To:")) {
        response.append(line).append(tag).append("\r\n");
      } else if (List.of("Via", "From", "Call-ID", "CSeq").contains(line.split(":", 2)[0])) {
        response.append(line).append("\r\n");
      }
    }
    send(response + end(body));
  }

  private static String contact(String message) {
    String value = header("Contact", message);
    return value.substring(value.indexOf('<') + 1, value.indexOf('>'));
  }

  private static String header(String name, String message) {
    Matcher matcher = Pattern.compile("(?m)^" + name + ": *(.*?)\r?$").matcher(message);
    if (!matcher.find()) {
      throw new AssertionError("no " + name + " in:\n" + message);
    }
    return matcher.group(1);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    socket.close();
  }
}
