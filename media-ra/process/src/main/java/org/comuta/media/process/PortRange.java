package org.comuta.media.process;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** UDP ports that media may use, both ends included: from an even one to an odd one. */
public record PortRange(int first, int last) {
  private static final Pattern SHAPE = Pattern.compile("(\\d{1,5})-(\\d{1,5})");

  public PortRange {
    if (first < 1024 || last > 65_535 || last <= first || first % 2 != 0 || last % 2 != 1) {
      throw new IllegalArgumentException(
          "ports go from an even one above 1023 to a greater odd one, not %d-%d"
              .formatted(first, last));
    }
  }

  /**
   * From {@code first-last}.
   *
   * @throws IllegalArgumentException when it is not that
   */
  public static PortRange of(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("ports are given as FIRST-LAST, not '" + text + "'");
    }
    return new PortRange(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  @Override
  public String toString() {
    return first + "-" + last;
  }
}
