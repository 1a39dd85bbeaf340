import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;

/** Holds a loopback port, TCP or UDP, until it is ended: {@code java Occupy.java tcp|udp PORT}. */
final class Occupy {
  private Occupy() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]));
    try (var tcp = arguments[0].equals("tcp") ? new ServerSocket() : null;
        var udp = arguments[0].equals("udp") ? new DatagramSocket(address) : null) {
      if (tcp != null) {
        tcp.bind(address);
      }
      System.out.println("ready");
      new CountDownLatch(1).await();
    }
  }
}
