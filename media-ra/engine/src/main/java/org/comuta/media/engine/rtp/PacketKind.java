package org.comuta.media.engine.rtp;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** What a datagram is, by its first octets (RFC 3550 sections 5.1 and 6, RFC 5761 section 4). */
public enum PacketKind {
  RTP,
  RTCP,
  /** Neither: too short, another version, or lengths that do not fit. */
  MALFORMED;

  static final ValueLayout.OfByte OCTET = ValueLayout.JAVA_BYTE;
  static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private static final int VERSION = 2;
  private static final int RTP_HEADER = 12;
  private static final int RTCP_HEADER = 8;

  /**
   * Judges a datagram.
   *
   * @param length octets of the datagram, at most those of the segment
   */
  public static PacketKind of(MemorySegment packet, int length) {
    if (length < RTCP_HEADER || ((packet.get(OCTET, 0) >>> 6) & 3) != VERSION) {
      return MALFORMED;
    }
    int type = packet.get(OCTET, 1) & 0xff;
    if (type >= 192 && type <= 223) {
      int words = packet.get(SHORT, 2) & 0xffff;
      return (words + 1) * 4 <= length && words >= 1 ? RTCP : MALFORMED;
    }
    return length >= RTP_HEADER && headerFits(packet, length) ? RTP : MALFORMED;
  }

  private static boolean headerFits(MemorySegment packet, int length) {
    int flags = packet.get(OCTET, 0);
    int header = RTP_HEADER + (flags & 0x0f) * 4;
    if ((flags & 0x10) == 0) {
      return header <= length;
    }
    return header + 4 <= length
        && header + 4 + (packet.get(SHORT, header + 2) & 0xffff) * 4 <= length;
  }

  /** Synchronization source of an RTP packet. */
  public static int streamOfRtp(MemorySegment packet) {
    return packet.get(INT, 8);
  }

  /** Synchronization source of whoever sent an RTCP packet. */
  public static int streamOfRtcp(MemorySegment packet) {
    return packet.get(INT, 4);
  }
}
