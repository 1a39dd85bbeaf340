package org.comuta.sip.callcontrol.scenario;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/** A far end of RTP that says numbers and remembers which it heard, by who said them. */
final class Phone implements AutoCloseable {
  private static final int SOON_MILLIS = 5_000;
  private static final int PAYLOAD_OCTETS = 160;

  private final DatagramSocket socket;
  private final int name;
  private int said;

  /**
   * @param name stands in every packet, as its SSRC
   */
  Phone(String address, int name) throws SocketException {
    this.socket = new DatagramSocket(new InetSocketAddress(address, 0));
    this.name = name;
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Says so many packets of PCMA there. */
  void say(int packets, String address, int port) throws IOException {
    for (int i = 0; i < packets; i++) {
      ByteBuffer packet = ByteBuffer.allocate(12 + PAYLOAD_OCTETS);
      packet.put((byte) 0x80).put((byte) 8).putShort((short) said).putInt(said * PAYLOAD_OCTETS);
      packet.putInt(name);
      said++;
      socket.send(
          new DatagramPacket(
              packet.array(), packet.capacity(), InetAddress.getByName(address), port));
    }
  }

  /** Waits until so many packets came. Returns who said them. */
  Set<Integer> hear(int packets) throws IOException {
    Set<Integer> speakers = new HashSet<>();
    socket.setSoTimeout(SOON_MILLIS);
    for (int i = 0; i < packets; i++) {
      DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
      try {
        socket.receive(packet);
      } catch (SocketTimeoutException e) {
        throw new AssertionError("heard %d of %d packets".formatted(i, packets), e);
      }
      speakers.add(ByteBuffer.wrap(packet.getData()).getInt(8));
    }
    return speakers;
  }

  @Override
  public void close() {
    socket.close();
  }
}
