package org.comuta.media.engine;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/** Ports in a row that nobody has, for tests that count them. */
final class FreePorts {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final int TRIES = 40;

  private FreePorts() {}

  /** The first of so many pairs in a row, from this one on. */
  static int from(int first, int pairs) {
    for (int i = 0; i < TRIES; i++) {
      int from = first + i * 2 * pairs;
      if (areFree(from, 2 * pairs)) {
        return from;
      }
    }
    throw new AssertionError("no free ports");
  }

  private static boolean areFree(int first, int count) {
    List<DatagramSocket> bound = new ArrayList<>();
    try {
      for (int port = first; port < first + count; port++) {
        bound.add(new DatagramSocket(new InetSocketAddress(LOOPBACK, port)));
      }
      return true;
    } catch (SocketException e) {
      return false;
    } finally {
      bound.forEach(DatagramSocket::close);
    }
  }
}
