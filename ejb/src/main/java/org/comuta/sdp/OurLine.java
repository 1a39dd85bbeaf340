package org.comuta.sdp;

/**
 * What we tell one side of one media line that the other side described.
 *
 * @param rtpPort ours; 0 refuses the line
 * @param rtcpPort ours
 * @param rtcpMux whether we take RTCP on the port of RTP
 * @param direction as we tell it
 */
public record OurLine(int rtpPort, int rtcpPort, boolean rtcpMux, Direction direction) {
  /** A line that is refused and keeps its place. */
  public static final OurLine REFUSED = new OurLine(0, 0, false, Direction.INACTIVE);
}
