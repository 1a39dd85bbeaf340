package org.comuta.media.engine.relay;

import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import org.comuta.media.engine.source.Endpoint;
import org.comuta.media.engine.source.SourceFilter;
import org.jspecify.annotations.Nullable;

/**
 * One bound port of a line's end: whose packets it takes and where ours go from it. One class for
 * both ways to the network, so that the packet path has but one shape. The relay thread's alone.
 */
final class RelaySocket {
  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;
  static final int IPV4_LENGTH = 16;
  static final int IPV6_LENGTH = 28;

  final LineEnd end;
  final boolean rtcp;
  final int localPort;
  final SourceFilter filter;
  final boolean ipv4;

  /** Of Linux, and its place among the thread's sockets; -1 with java.nio. */
  final int descriptor;

  int slot = -1;

  /** Of java.nio; null with Linux. */
  final @Nullable DatagramChannel channel;

  /** The mark on what is sent; 0 as long as nobody set one. */
  int dscp;

  /** When it last had a packet, in rounds of its thread. */
  int round;

  /** A stretch of time, and how many packets were taken in it. */
  long stretch;

  int packetsInStretch;

  /** Length of the destination's socket address; 0 while there is nowhere to send to. */
  int destinationLength;

  // The socket address as it lies in memory, or as java.nio wants it.
  long destination0;
  long destination1;
  long destination2;
  int destination3;
  @Nullable InetSocketAddress destination;

  RelaySocket(
      LineEnd end,
      boolean rtcp,
      boolean ipv4,
      int localPort,
      SourceFilter filter,
      int descriptor,
      @Nullable DatagramChannel channel) {
    this.end = end;
    this.rtcp = rtcp;
    this.ipv4 = ipv4;
    this.localPort = localPort;
    this.filter = filter;
    this.descriptor = descriptor;
    this.channel = channel;
  }

  /** Takes over where the filter says that packets go. */
  void aim() {
    Endpoint target = filter.destination();
    if (target == null || target.address().isIpv4() != ipv4) {
      destinationLength = 0;
      destination = null;
      return;
    }
    if (channel != null) {
      destination = new InetSocketAddress(target.address().toInetAddress(), target.port());
      destinationLength = IPV4_LENGTH;
      return;
    }
    long port = Short.toUnsignedLong(Short.reverseBytes((short) target.port())) << 16;
    if (ipv4) {
      int address = Integer.reverseBytes((int) target.address().low());
      destination0 = AF_INET | port | ((long) address << 32);
      destination1 = 0;
      destinationLength = IPV4_LENGTH;
    } else {
      destination0 = AF_INET6 | port;
      destination1 = Long.reverseBytes(target.address().high());
      destination2 = Long.reverseBytes(target.address().low());
      destination3 = target.address().scope();
      destinationLength = IPV6_LENGTH;
    }
  }
}
