import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * Holds a loopback port until it is ended: {@code java Occupy.java tcp|udp|sip PORT}. With {@code
 * sip} it answers each datagram that is a whole OPTIONS request, and no other.
 */
final class Occupy {
  private Occupy() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]));
    if (arguments[0].equals("tcp")) {
      try (var socket = new ServerSocket()) {
        socket.bind(address);
        System.out.println("ready");
        new CountDownLatch(1).await();
      }
    }
    try (var socket = new DatagramSocket(address)) {
      System.out.println("ready");
      while (true) {
        answer(socket, arguments[0].equals("sip"));
      }
    }
  }

  private static void answer(DatagramSocket socket, boolean sip) throws IOException {
    var packet = new DatagramPacket(new byte[8192], 8192);
    socket.receive(packet);
    String text =
        new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII);
    if (sip && text.startsWith("OPTIONS ") && text.endsWith("Content-Length: 0\r\n\r\n")) {
      byte[] answer = "SIP/2.0 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
      socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
    }
  }
}
