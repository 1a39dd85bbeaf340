package org.comuta.sip.container.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port that nobody has, neither for UDP nor for TCP. It lies below those that the system gives to
 * whoever asks for any, so that nobody else gets it before it is used.
 */
public final class FreePort {

  private static final int FIRST = 15_000;
  private static final int COUNT = 5_000;
  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

  private FreePort() {}

  public static int udpAndTcp() {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    IOException last = new IOException("no port was tried");
    for (int i = 0; i < COUNT; i++) {
      int port = FIRST + NEXT.getAndIncrement() % COUNT;
      try (ServerSocket _ = new ServerSocket(port, 1, loopback);
          DatagramSocket _ = new DatagramSocket(port, loopback)) {
        return port;
      } catch (IOException taken) {
        last = taken;
      }
    }
    throw new UncheckedIOException(last);
  }
}
