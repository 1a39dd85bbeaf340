package org.comuta.sip.container.start;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A SIP peer made of text and one UDP socket. */
final class UdpClient implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 5_000;

  final DatagramSocket socket;
  private final InetSocketAddress server;
  private @Nullable InetSocketAddress lastSender;

  UdpClient(int serverPort) throws IOException {
    this(new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort));
  }

  /** One that talks to this address of the container. */
  UdpClient(InetSocketAddress server) throws IOException {
    boolean overIpv4 = server.getAddress() instanceof Inet4Address;
    socket = new DatagramSocket(0, InetAddress.ofLiteral(overIpv4 ? "127.0.0.1" : "::1"));
    socket.setSoTimeout(PATIENCE_MILLIS);
    this.server = server;
  }

  /** Where the last message came from. */
  InetSocketAddress lastSender() {
    return Objects.requireNonNull(lastSender);
  }

  int port() {
    return socket.getLocalPort();
  }

  void send(String message) throws IOException {
    byte[] octets = message.getBytes(ISO_8859_1);
    socket.send(new DatagramPacket(octets, octets.length, server));
  }

  /** The next message; fails after five seconds. */
  String receive() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
    socket.receive(packet);
    lastSender = (InetSocketAddress) packet.getSocketAddress();
    return new String(packet.getData(), 0, packet.getLength(), ISO_8859_1);
  }

  /** The next message that begins like this; others are passed over. */
  String receive(String beginning) throws IOException {
    while (true) {
      String message = receive();
      if (message.startsWith(beginning)) {
        return message;
      }
    }
  }

  /** Its address and port, as in a URI. */
  private String here() {
    String address = socket.getLocalAddress().getHostAddress();
    return (address.indexOf(':') < 0 ? address : '[' + address + ']') + ':' + port();
  }

  /** A request that begins a call or stands alone. */
  String request(String method, String callId) {
    return request(method, callId, 1, "<sip:service@127.0.0.1>", method + callId);
  }

  String request(String method, String callId, int cseq, String to, String branch) {
    return method
        + " sip:service@127.0.0.1 SIP/2.0\r\n"
        + "Via: SIP/2.0/UDP "
        + here()
        + ";branch=z9hG4bK"
        + branch
        + "\r\n"
        + "Max-Forwards: 70\r\n"
        + "From: <sip:test@127.0.0.1:"
        + port()
        + ">;tag=from"
        + callId
        + "\r\n"
        + "To: "
        + to
        + "\r\n"
        + "Call-ID: "
        + callId
        + "\r\n"
        + "CSeq: "
        + cseq
        + " "
        + method
        + "\r\n"
        + "Contact: <sip:test@"
        + here()
        + ">\r\n"
        + "Content-Length: 0\r\n\r\n";
  }

  /** Answers this request with this status, as somebody with this To tag. */
  void answer(String request, int status, String tag) throws IOException {
    StringBuilder response = new StringBuilder("SIP/2.0 " + status + " As You Like\r\n");
    for (String line : request.split("\r\n", -1)) {
      if (line.startsWith("Via:")
          || line.startsWith("From:")
          || line.startsWith("Call-ID:")
          || line.startsWith("CSeq:")) {
        response.append(line).append("\r\n");
      } else if (line.startsWith("To:")) {
        response.append(line).append(line.contains("tag=") ? "" : ";tag=" + tag).append("\r\n");
      }
    }
    send(response + "Contact: <sip:callee@127.0.0.1:" + port() + ">\r\nContent-Length: 0\r\n\r\n");
  }

  static String header(String name, String message) {
    Matcher matcher = Pattern.compile("(?m)^" + name + ": *(.*?)\r?$").matcher(message);
    if (!matcher.find()) {
      throw new AssertionError("no " + name + " in:\n" + message);
    }
    return matcher.group(1);
  }

  @Override
  public void close() {
    socket.close();
  }
}
