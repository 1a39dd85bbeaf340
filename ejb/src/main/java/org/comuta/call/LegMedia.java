package org.comuta.call;

import org.jspecify.annotations.Nullable;

/**
 * How the media of one leg was: of its first audio line, or else of its first line.
 *
 * @param codec encoding of the last packet that came from the neighbour, such as {@code PCMA};
 *     empty when unknown
 * @param source where its packets came from, {@code address:port}; empty when none came
 * @param packetsReceived taken from the neighbour
 * @param octetsReceived with headers of RTP
 * @param packetsSent sent to the neighbour
 * @param octetsSent with headers of RTP
 * @param packetsLost that should have come from the neighbour and did not
 * @param strangersDropped that came from somebody else and were not taken
 * @param jitterMillis of what came, to the thousandth (RFC 3550 section 6.4.1)
 * @param roundTripMillis to the neighbour, to the thousandth; null when it never told
 * @param mos estimated quality of what came, 1 to 4.5, to the hundredth (ITU-T G.107); null when
 *     unknown
 */
public record LegMedia(
    String codec,
    String source,
    long packetsReceived,
    long octetsReceived,
    long packetsSent,
    long octetsSent,
    long packetsLost,
    long strangersDropped,
    double jitterMillis,
    @Nullable Double roundTripMillis,
    @Nullable Double mos) {

  public LegMedia {
    jitterMillis = rounded(jitterMillis, 1_000);
    roundTripMillis = roundTripMillis == null ? null : rounded(roundTripMillis, 1_000);
    mos = mos == null ? null : rounded(mos, 100);
  }

  private static double rounded(double value, int parts) {
    return Double.isFinite(value) ? (double) Math.round(value * parts) / parts : 0;
  }
}
