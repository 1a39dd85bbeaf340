package org.comuta.media.engine.rtp;

/**
 * What one end of a line says, in RTCP, of what we send it: how far away it is, and what it lost.
 *
 * <p>RTCP passes unchanged, so the reports of an end speak of the other end's stream. The time a
 * sender report passed us towards this end, and the time its answer comes back, less what the end
 * says it waited, is the round trip between us and the end alone. One thread; nothing is allocated
 * per packet.
 */
public final class FarReports {
  private static final int REMEMBERED = 8;
  private static final double MAXIMUM_MILLIS = 60_000;

  /** So much less than nothing it may seem, because clocks differ in speed and reports wait. */
  private static final double TOLERANCE_MILLIS = 20;

  private final int[] middles = new int[REMEMBERED];
  private final long[] passedAt = new long[REMEMBERED];
  private int next;

  private double roundTripMillis = -1;

  private boolean told;
  private int stream;
  private long lostNow;
  private long lostBefore;

  /** A sender report passed us on its way to this end. */
  public void passed(int middle, long nanos) {
    middles[next] = middle;
    passedAt[next] = nanos;
    next = (next + 1) % REMEMBERED;
  }

  /** This end reported on the stream we send it. */
  public void reported(int about, int cumulativeLost, int lastReport, int delay, long nanos) {
    if (told && about != stream) {
      lostBefore += lostNow;
    }
    told = true;
    stream = about;
    lostNow = Math.max(0, cumulativeLost);
    if (lastReport != 0) {
      time(lastReport, delay, nanos);
    }
  }

  private void time(int lastReport, int delay, long nanos) {
    for (int i = 0; i < REMEMBERED; i++) {
      if (middles[i] == lastReport && passedAt[i] != 0) {
        double waited = Integer.toUnsignedLong(delay) * 1000.0 / 65_536;
        double millis = (nanos - passedAt[i]) / 1e6 - waited;
        if (millis >= -TOLERANCE_MILLIS && millis <= MAXIMUM_MILLIS) {
          roundTripMillis = Math.max(0, millis);
        }
        return;
      }
    }
  }

  /** The last one; negative when none is known. */
  public double roundTripMillis() {
    return roundTripMillis;
  }

  /**
   * Loss that the end reported.
   *
   * @param expected packets that should have reached the end
   * @return negative when the end never told
   */
  public double lossPercent(long expected) {
    if (!told) {
      return -1;
    }
    return expected <= 0 ? 0 : Math.min(100, 100.0 * (lostBefore + lostNow) / expected);
  }
}
