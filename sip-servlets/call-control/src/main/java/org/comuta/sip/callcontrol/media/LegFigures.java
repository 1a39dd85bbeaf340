package org.comuta.sip.callcontrol.media;

import org.comuta.call.LegMedia;
import org.comuta.call.MediaRecord;
import org.comuta.media.CallStatistics;
import org.comuta.media.CallStatistics.LineStatistics;
import org.comuta.media.CallStatistics.SideStatistics;
import org.comuta.media.MediaLine;
import org.comuta.media.Side;
import org.comuta.nap.MediaMode;
import org.jspecify.annotations.Nullable;

/** What an engine measured, in the words of the call record. */
public final class LegFigures {
  private LegFigures() {}

  /** How relayed media was, by leg. */
  public static MediaRecord of(CallStatistics statistics) {
    LineStatistics line = main(statistics);
    return line == null
        ? MediaRecord.of(MediaMode.BRIDGE)
        : new MediaRecord(MediaMode.BRIDGE, of(line.side(Side.CALLER)), of(line.side(Side.CALLED)));
  }

  /** The first line of audio, or else the first one. */
  private static @Nullable LineStatistics main(CallStatistics statistics) {
    return statistics.lines().stream()
        .filter(line -> line.kind() == MediaLine.Kind.AUDIO)
        .findFirst()
        .orElseGet(() -> statistics.lines().isEmpty() ? null : statistics.lines().getFirst());
  }

  private static LegMedia of(SideStatistics side) {
    return new LegMedia(
        side.encoding(),
        side.source(),
        side.packetsReceived(),
        side.octetsReceived(),
        side.packetsSent(),
        side.octetsSent(),
        side.packetsLost(),
        side.strangersDropped(),
        side.jitterMillis(),
        side.roundTripMillis() < 0 ? null : side.roundTripMillis(),
        side.mos() <= 0 ? null : side.mos());
  }
}
