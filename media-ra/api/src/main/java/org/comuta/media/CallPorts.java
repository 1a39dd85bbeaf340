package org.comuta.media;

import java.util.List;

/**
 * Where a call's media is received.
 *
 * @param lines in the order of {@link CallMedia#lines}
 */
public record CallPorts(List<LinePorts> lines) {
  public CallPorts {
    lines = List.copyOf(lines);
  }

  /** The ports of one line; those of a line that is not active are 0. */
  public record LinePorts(SidePorts caller, SidePorts called) {
    public SidePorts side(Side side) {
      return side == Side.CALLER ? caller : called;
    }
  }

  /** Our ports towards one side; {@code rtcp} is {@code rtp} where RTCP is multiplexed. */
  public record SidePorts(int rtp, int rtcp) {}
}
