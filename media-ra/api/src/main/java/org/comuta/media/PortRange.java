package org.comuta.media;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * UDP ports that media may use, both ends included: even ones for RTP, each with the next for RTCP.
 *
 * @param first even, 1024 to 65534; 0 for {@link #ENGINE}
 * @param last odd, above the first, at most 65535; 0 for {@link #ENGINE}
 */
public record PortRange(int first, int last) {
  /** The range that the engine itself was given. */
  public static final PortRange ENGINE = new PortRange(0, 0);

  private static final Pattern SHAPE = Pattern.compile("(\\d{1,5})-(\\d{1,5})");

  public PortRange {
    boolean whole =
        first >= 1024 && last <= 65_535 && last > first && first % 2 == 0 && last % 2 == 1;
    if (!whole && (first != 0 || last != 0)) {
      throw new IllegalArgumentException(
          "ports go from an even one above 1023 to a greater odd one, not %d-%d"
              .formatted(first, last));
    }
  }

  /**
   * From {@code first-last}.
   *
   * @throws IllegalArgumentException when it is not that, or {@link #ENGINE}
   */
  public static PortRange of(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("ports are given as FIRST-LAST, not '" + text + "'");
    }
    PortRange range =
        new PortRange(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    if (range.isEngines()) {
      throw new IllegalArgumentException("ports go from an even one above 1023, not from 0");
    }
    return range;
  }

  /** Whether it stands for the range that the engine itself was given. */
  public boolean isEngines() {
    return first == 0;
  }

  /** How many ports there are; unknown, and 0, of {@link #ENGINE}. */
  public int count() {
    return isEngines() ? 0 : last - first + 1;
  }

  /** Whether this port is one of them; never of {@link #ENGINE}, whose ends are not known. */
  public boolean contains(int port) {
    return !isEngines() && port >= first && port <= last;
  }

  @Override
  public String toString() {
    return isEngines() ? "the engine's own" : first + "-" + last;
  }
}
