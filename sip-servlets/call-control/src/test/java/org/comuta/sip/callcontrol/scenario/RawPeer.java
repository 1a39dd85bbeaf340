package org.comuta.sip.callcontrol.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.stream.Collectors;

/** A neighbour over UDP without a stack: what SIPp would not do, datagram by datagram. */
final class RawPeer implements AutoCloseable {
  private static final int LONGEST_WAIT_MILLIS = 20_000;

  private final DatagramSocket socket;
  private String last = "";

  RawPeer(int port) throws IOException {
    socket = new DatagramSocket(port, InetAddress.getLoopbackAddress());
    socket.setSoTimeout(LONGEST_WAIT_MILLIS);
  }

  /** Waits for a request of this method; passes over retransmissions of others. */
  String receive(String method) throws IOException {
    do {
      DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
      socket.receive(packet);
      last = new String(packet.getData(), 0, packet.getLength(), ISO_8859_1);
    } while (!last.startsWith(method + ' '));
    return last;
  }

  /** Answers the last request, and returns the answer. */
  String reply(String status) throws IOException {
    String headers =
        last.lines()
            .filter(line -> line.matches("(Via|From|To|Call-ID|CSeq):.*"))
            .map(
                line -> line.startsWith("To:") && !line.contains("tag=") ? line + ";tag=raw" : line)
            .collect(Collectors.joining("\r\n"));
    String response =
        "SIP/2.0 %s\r\n%s\r\nContact: <sip:127.0.0.1:%d>\r\nContent-Length: 0\r\n\r\n"
            .formatted(status, headers, socket.getLocalPort());
    send(response);
    return response;
  }

  /** Sends this text as it is. */
  void send(String message) throws IOException {
    byte[] octets = message.getBytes(ISO_8859_1);
    socket.send(
        new DatagramPacket(octets, octets.length, InetAddress.getLoopbackAddress(), Switch.PORT));
  }

  @Override
  public void close() {
    socket.close();
  }
}
