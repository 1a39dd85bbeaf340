package org.comuta.media;

import java.util.List;

/**
 * How the media of a call was.
 *
 * @param lines in the order of {@link CallMedia#lines}
 */
public record CallStatistics(List<LineStatistics> lines) {
  public CallStatistics {
    lines = List.copyOf(lines);
  }

  /** How one line was, by side. */
  public record LineStatistics(MediaLine.Kind kind, SideStatistics caller, SideStatistics called) {
    public SideStatistics side(Side side) {
      return side == Side.CALLER ? caller : called;
    }
  }

  /**
   * What came from a side and what was sent to it.
   *
   * @param encoding of the last packet that came from the side; empty when unknown
   * @param source where its packets came from, {@code address:port}; empty before the first
   * @param packetsReceived RTP packets taken from the side
   * @param octetsReceived with their RTP headers, without UDP's
   * @param packetsSent RTP packets sent to the side
   * @param octetsSent with their RTP headers, without UDP's
   * @param packetsLost that should have come from the side and did not (RFC 3550 appendix A.3)
   * @param strangersDropped packets to our port from somebody else
   * @param jitterMillis interarrival jitter of what came (RFC 3550 section 6.4.1), mean over the
   *     call
   * @param roundTripMillis last round trip to the side by RTCP; negative when it never told
   * @param farLossPercent loss that the side reported of what we sent it; negative when it never
   *     told
   * @param mos estimated quality of what came from the side, 1 to 4.5 (ITU-T G.107); 0 when unknown
   */
  public record SideStatistics(
      String encoding,
      String source,
      long packetsReceived,
      long octetsReceived,
      long packetsSent,
      long octetsSent,
      long packetsLost,
      long strangersDropped,
      double jitterMillis,
      double roundTripMillis,
      double farLossPercent,
      double mos) {}
}
