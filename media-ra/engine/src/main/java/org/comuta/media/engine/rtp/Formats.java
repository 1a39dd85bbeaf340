package org.comuta.media.engine.rtp;

import java.util.List;
import org.comuta.media.MediaSide.PayloadFormat;

/**
 * The payload types a side may send, ready to be looked up by number. What was not agreed is taken
 * as its static assignment (RFC 3551 section 6), or else as 8000 Hz. Immutable.
 */
public final class Formats {
  private static final int DEFAULT_CLOCK = 8000;

  private static final List<PayloadFormat> ASSIGNED =
      List.of(
          new PayloadFormat(0, "PCMU", 8000),
          new PayloadFormat(3, "GSM", 8000),
          new PayloadFormat(4, "G723", 8000),
          new PayloadFormat(5, "DVI4", 8000),
          new PayloadFormat(6, "DVI4", 16_000),
          new PayloadFormat(8, "PCMA", 8000),
          new PayloadFormat(9, "G722", 8000),
          new PayloadFormat(13, "CN", 8000),
          new PayloadFormat(15, "G728", 8000),
          new PayloadFormat(18, "G729", 8000),
          new PayloadFormat(26, "JPEG", 90_000),
          new PayloadFormat(31, "H261", 90_000),
          new PayloadFormat(34, "H263", 90_000));

  private final String[] encodings = new String[128];
  private final int[] clockRates = new int[128];
  private final boolean[] marginal = new boolean[128];

  public Formats(List<PayloadFormat> agreed) {
    for (int type = 0; type < 128; type++) {
      put(new PayloadFormat(type, "", DEFAULT_CLOCK));
    }
    ASSIGNED.forEach(this::put);
    for (PayloadFormat format : agreed) {
      if (format.payloadType() >= 0 && format.payloadType() < 128) {
        put(format);
      }
    }
  }

  private void put(PayloadFormat format) {
    int type = format.payloadType();
    encodings[type] = format.encoding();
    clockRates[type] = format.clockRate() > 0 ? format.clockRate() : DEFAULT_CLOCK;
    marginal[type] =
        format.encoding().equals("CN") || format.encoding().equalsIgnoreCase("telephone-event");
  }

  /** Empty when unknown. */
  public String encoding(int payloadType) {
    return encodings[payloadType];
  }

  /** In Hz, above zero. */
  public int clockRate(int payloadType) {
    return clockRates[payloadType];
  }

  /** Whether it carries no speech or picture but digits (RFC 4733) or noise (RFC 3389). */
  public boolean isMarginal(int payloadType) {
    return marginal[payloadType];
  }
}
