package org.comuta.cdr.journal;

import org.comuta.call.LegMedia;
import org.comuta.call.MediaRecord;
import org.comuta.nap.MediaMode;
import org.comuta.octets.MalformedOctetsException;
import org.comuta.octets.OctetReader;
import org.comuta.octets.OctetWriter;
import org.jspecify.annotations.Nullable;

/** How the media of a record is written and read; the last part of its entry. */
final class MediaEncoding {
  private static final int NONE = 0;

  /** Parts of a number that is not whole. */
  private static final double PARTS = 1_000;

  private MediaEncoding() {}

  static void write(OctetWriter out, @Nullable MediaRecord media) {
    if (media == null) {
      out.octet(NONE);
      return;
    }
    out.octet(code(media.mode()));
    leg(out, media.origin());
    leg(out, media.destination());
  }

  private static void leg(OctetWriter out, @Nullable LegMedia leg) {
    out.octet(leg == null ? 0 : 1);
    if (leg != null) {
      out.text(leg.codec())
          .text(leg.source())
          .number(leg.packetsReceived())
          .number(leg.octetsReceived())
          .number(leg.packetsSent())
          .number(leg.octetsSent())
          .number(leg.packetsLost())
          .number(leg.strangersDropped())
          .number(Math.round(leg.jitterMillis() * PARTS));
      part(out, leg.roundTripMillis());
      part(out, leg.mos());
    }
  }

  private static void part(OctetWriter out, @Nullable Double value) {
    out.octet(value == null ? 0 : 1);
    if (value != null) {
      out.number(Math.round(value * PARTS));
    }
  }

  /** What an entry says of media; those of before media was recorded say nothing. */
  static @Nullable MediaRecord read(OctetReader in) throws MalformedOctetsException {
    int code = in.hasMore() ? in.octet() : NONE;
    return switch (code) {
      case NONE -> null;
      case 1 -> new MediaRecord(MediaMode.BYPASS, leg(in), leg(in));
      case 2 -> new MediaRecord(MediaMode.BRIDGE, leg(in), leg(in));
      default -> throw new MalformedOctetsException("media mode " + code);
    };
  }

  private static int code(MediaMode mode) {
    return switch (mode) {
      case BYPASS -> 1;
      case BRIDGE -> 2;
    };
  }

  private static @Nullable LegMedia leg(OctetReader in) throws MalformedOctetsException {
    if (!in.flag()) {
      return null;
    }
    return new LegMedia(
        in.text(),
        in.text(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number() / PARTS,
        part(in),
        part(in));
  }

  private static @Nullable Double part(OctetReader in) throws MalformedOctetsException {
    return in.flag() ? in.number() / PARTS : null;
  }
}
