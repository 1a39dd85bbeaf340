package org.comuta.media.engine;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.comuta.media.MediaSide.Remote;

/** A far end with a port of RTP and one of RTCP, which sends and receives what it is told to. */
final class Phone implements AutoCloseable {
  private static final int SOON_MILLIS = 5000;
  // As long as a packet that must not come is waited for: many times what one takes on loopback.
  private static final int NOTHING_MILLIS = 150;

  private final String address;
  private final DatagramSocket rtp;
  private final DatagramSocket rtcp;

  Phone(String address) throws SocketException {
    this.address = address;
    this.rtp = new DatagramSocket(new InetSocketAddress(address, 0));
    this.rtcp = new DatagramSocket(new InetSocketAddress(address, 0));
  }

  Remote remote() {
    return new Remote(address, rtp.getLocalPort(), rtcp.getLocalPort());
  }

  Remote remoteWithMux() {
    return new Remote(address, rtp.getLocalPort(), rtp.getLocalPort());
  }

  String address() {
    return address;
  }

  int port() {
    return rtp.getLocalPort();
  }

  void send(String to, int port, byte[] packet) throws IOException {
    rtp.send(new DatagramPacket(packet, packet.length, InetAddress.getByName(to), port));
  }

  void sendControl(String to, int port, byte[] packet) throws IOException {
    rtcp.send(new DatagramPacket(packet, packet.length, InetAddress.getByName(to), port));
  }

  /** The next packet on the port of RTP. */
  byte[] receive() throws IOException {
    return receive(rtp, SOON_MILLIS).orElseThrow(() -> new AssertionError("no packet came"));
  }

  /** The next packet on the port of RTCP. */
  byte[] receiveControl() throws IOException {
    return receive(rtcp, SOON_MILLIS).orElseThrow(() -> new AssertionError("no RTCP came"));
  }

  /** Whether nothing comes for a while. */
  boolean hearsNothing() throws IOException {
    return receive(rtp, NOTHING_MILLIS).isEmpty() && receive(rtcp, 1).isEmpty();
  }

  private static Optional<byte[]> receive(DatagramSocket socket, int millis) throws IOException {
    byte[] room = new byte[4096];
    DatagramPacket packet = new DatagramPacket(room, room.length);
    socket.setSoTimeout(millis);
    try {
      socket.receive(packet);
    } catch (SocketTimeoutException e) {
      return Optional.empty();
    }
    byte[] octets = new byte[packet.getLength()];
    System.arraycopy(room, 0, octets, 0, octets.length);
    return Optional.of(octets);
  }

  /** An RTP packet of 20 ms of PCMA. */
  static byte[] rtp(int stream, int sequence) {
    return rtp(8, stream, sequence, sequence * 160);
  }

  static byte[] rtp(int payloadType, int stream, int sequence, int timestamp) {
    ByteBuffer packet = ByteBuffer.allocate(172);
    packet.put((byte) 0x80).put((byte) payloadType).putShort((short) sequence);
    packet.putInt(timestamp).putInt(stream);
    return packet.array();
  }

  /** A sender report with one reception report. */
  static byte[] senderReport(
      int stream, int middle, int about, int cumulativeLost, int lastReport, int delay) {
    ByteBuffer packet = ByteBuffer.allocate(52);
    packet.put((byte) 0x81).put((byte) 200).putShort((short) 12).putInt(stream);
    packet.putShort((short) 0).putInt(middle).putShort((short) 0);
    packet.putInt(0).putInt(1).putInt(160);
    packet.putInt(about).putInt(cumulativeLost & 0xffffff).putInt(1).putInt(0);
    packet.putInt(lastReport).putInt(delay);
    return packet.array();
  }

  @Override
  public void close() {
    rtp.close();
    rtcp.close();
  }
}
