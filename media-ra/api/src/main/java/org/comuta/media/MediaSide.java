package org.comuta.media;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One end of a media line: our address towards a side, and what is known of that side.
 *
 * @param localAddress our address, literal, IPv4 or IPv6; the two sides may differ in family
 * @param ports of ours that may be taken there; {@link PortRange#ENGINE} for the engine's own
 *     range. A port held already stays when it lies in the range; otherwise another one takes its
 *     place
 * @param remote where packets go; null while it is not known
 * @param sends whether the side may send: packets it sends otherwise are dropped (hold)
 * @param receives whether packets are sent to the side
 * @param rtcpMux whether RTCP uses the port of RTP (RFC 5761)
 * @param source whose packets are taken
 * @param dscp differentiated services code point of the packets we send, 0 to 63 (RFC 4594)
 * @param formats the payload types the side may send
 */
public record MediaSide(
    String localAddress,
    PortRange ports,
    @Nullable Remote remote,
    boolean sends,
    boolean receives,
    boolean rtcpMux,
    SourceRule source,
    int dscp,
    List<PayloadFormat> formats) {
  public MediaSide {
    formats = List.copyOf(formats);
    if (dscp < 0 || dscp > 63) {
      throw new IllegalArgumentException("dscp: 0 to 63");
    }
  }

  /**
   * Where a side wants its packets.
   *
   * @param address literal, IPv4 or IPv6
   * @param rtpPort 1 to 65535
   * @param rtcpPort 1 to 65535; that of RTP where RTCP is multiplexed
   */
  public record Remote(String address, int rtpPort, int rtcpPort) {}

  /**
   * A payload type and what it means (RFC 8866 section 6.6).
   *
   * @param payloadType 0 to 127
   * @param encoding such as {@code PCMA}, in upper case
   * @param clockRate in Hz
   */
  public record PayloadFormat(int payloadType, String encoding, int clockRate) {}

  /**
   * Whose packets are taken. Strangers' packets never change where ours go, at any time.
   *
   * <p>What was learned holds as long as {@link MediaSide#remote} stays the same.
   *
   * @param strict only packets from {@link Remote} exactly. Otherwise the port, and the address
   *     where {@code trustedAddresses} allows, are learned from the first packet and then held to
   * @param trustedAddresses addresses besides that of {@link Remote} that the side may send from,
   *     such as where its signalling comes from (a side behind an address translator)
   */
  public record SourceRule(boolean strict, List<String> trustedAddresses) {
    public SourceRule {
      trustedAddresses = List.copyOf(trustedAddresses);
    }
  }
}
