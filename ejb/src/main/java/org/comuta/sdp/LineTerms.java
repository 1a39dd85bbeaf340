package org.comuta.sdp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one side says of one media line, as far as a relay needs it.
 *
 * @param type {@code audio}, {@code video}, {@code image} …
 * @param carriage what its packets are
 * @param address where they are wanted; null when it can not be used or stands for no address
 * @param rtpPort 0 when the line is refused
 * @param rtcpPort that of RTP where RTCP is multiplexed (RFC 3605, RFC 5761)
 * @param rtcpMux whether RTCP may come on the port of RTP
 * @param direction as this side sees it
 * @param formats the payload types that are understood
 */
public record LineTerms(
    String type,
    Carriage carriage,
    @Nullable NetworkAddress address,
    int rtpPort,
    int rtcpPort,
    boolean rtcpMux,
    Direction direction,
    List<MediaFormat> formats) {

  private static final int HIGHEST_PORT = 65_535;

  public LineTerms {
    formats = List.copyOf(formats);
  }

  /** What the packets of a line are. */
  public enum Carriage {
    RTP,
    /** Datagrams that are not RTP, such as T.38 over UDPTL. */
    DATAGRAMS,
    /** Not over UDP, or not understood: cannot be relayed. */
    NONE
  }

  /** What this description says of this line. */
  public static LineTerms of(SessionDescription description, MediaDescription line) {
    Carriage carriage = carriage(line);
    NetworkAddress told = description.connectionOf(line);
    boolean held = told != null && told.isUnspecified();
    NetworkAddress address = told == null || held || !told.isUnicastLiteral() ? null : told;
    boolean usable = carriage != Carriage.NONE && line.portCount() == 1;
    int rtpPort = usable && (held || address != null) ? line.port() : 0;
    boolean rtp = carriage == Carriage.RTP;
    boolean mux = rtp && line.has("rtcp-mux");
    return new LineTerms(
        line.type(),
        carriage,
        address,
        rtpPort,
        mux || !rtp ? rtpPort : rtcpPort(line, rtpPort),
        mux,
        description.directionOf(line),
        rtp ? MediaFormat.of(line) : List.of());
  }

  /** Whether packets can go over this line at all. */
  public boolean usable() {
    return rtpPort != 0;
  }

  /** Whether this side can be reached from addresses of this family. */
  public boolean reachableFrom(NetworkAddress ours) {
    return address == null || address.isIp6() == ours.isIp6();
  }

  private static Carriage carriage(MediaDescription line) {
    if (line.isRtp()) {
      return Carriage.RTP;
    }
    return line.isOtherUdp() ? Carriage.DATAGRAMS : Carriage.NONE;
  }

  private static int rtcpPort(MediaDescription line, int rtpPort) {
    String told = line.value("rtcp");
    int end = told == null ? -1 : told.indexOf(' ');
    String number = told == null || end < 0 ? told : told.substring(0, end);
    if (number != null && number.matches("[0-9]{1,5}")) {
      int port = Integer.parseInt(number);
      if (port > 0 && port <= HIGHEST_PORT) {
        return port;
      }
    }
    return Math.min(rtpPort + 1, HIGHEST_PORT);
  }
}
