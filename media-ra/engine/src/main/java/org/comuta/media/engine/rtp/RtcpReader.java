package org.comuta.media.engine.rtp;

import java.lang.foreign.MemorySegment;

/**
 * Finds the sender and receiver reports of a compound RTCP packet (RFC 3550 section 6.4). It reads
 * within the length given whatever the octets say, and stops where they stop making sense: what
 * follows may be encrypted. Stateless; nothing is allocated.
 */
public final class RtcpReader {
  private static final int SENDER_REPORT = 200;
  private static final int RECEIVER_REPORT = 201;
  private static final int BLOCK = 24;

  /** What is told of what was found. */
  public interface Sink {
    /**
     * A sender report.
     *
     * @param middle the middle 32 bits of the sender's NTP time
     */
    void senderReport(int stream, int middle);

    /**
     * A block on one stream, of a sender or a receiver.
     *
     * @param about the stream that is reported on
     * @param cumulativeLost packets; negative when more came than were sent
     * @param lastReport middle 32 bits of the NTP time of the last sender report; 0 for none
     * @param delay since then, in 1/65536 s
     */
    void receptionReport(int about, int cumulativeLost, int lastReport, int delay);
  }

  private RtcpReader() {}

  /** Tells all reports of a packet. */
  public static void read(MemorySegment packet, int length, Sink sink) {
    int at = 0;
    while (at + 4 <= length) {
      int flags = packet.get(PacketKind.OCTET, at) & 0xff;
      int type = packet.get(PacketKind.OCTET, at + 1) & 0xff;
      int octets = ((packet.get(PacketKind.SHORT, at + 2) & 0xffff) + 1) * 4;
      if (flags >>> 6 != 2 || octets > length - at) {
        return;
      }
      if (type == SENDER_REPORT && octets >= 28) {
        sink.senderReport(packet.get(PacketKind.INT, at + 4), packet.get(PacketKind.INT, at + 10));
        blocks(packet, at + 28, at + octets, flags & 0x1f, sink);
      } else if (type == RECEIVER_REPORT && octets >= 8) {
        blocks(packet, at + 8, at + octets, flags & 0x1f, sink);
      }
      at += octets;
    }
  }

  private static void blocks(MemorySegment packet, int from, int end, int count, Sink sink) {
    int at = from;
    for (int i = 0; i < count && at + BLOCK <= end; i++, at += BLOCK) {
      int loss = packet.get(PacketKind.INT, at + 4);
      sink.receptionReport(
          packet.get(PacketKind.INT, at),
          (loss << 8) >> 8,
          packet.get(PacketKind.INT, at + 16),
          packet.get(PacketKind.INT, at + 20));
    }
  }
}
