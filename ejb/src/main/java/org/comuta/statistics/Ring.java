package org.comuta.statistics;

import org.comuta.octets.MalformedOctetsException;
import org.comuta.octets.OctetReader;
import org.comuta.octets.OctetWriter;
import org.jspecify.annotations.Nullable;

/**
 * The samples of one step, as far back as it goes; what is older gives its place to what is newer.
 * A row takes some 30 octets. Confined by the lock of its owner.
 */
final class Ring {
  private static final long NONE = Long.MIN_VALUE;

  private final Step step;
  private final byte[] @Nullable [] rows;
  private final OctetWriter writer = new OctetWriter();

  /** The row that is being added to. */
  private long[] open = new long[Column.COUNT];

  private long openNumber = NONE;

  /** What the rows of some numbers, without the open one, sum up to. */
  private long[] sum = new long[Column.COUNT];

  private long sumFrom = NONE;
  private long sumTo = NONE;

  Ring(Step step) {
    this.step = step;
    this.rows = new byte[step.length()][];
  }

  /** Adds what was counted in this second since 1970. */
  void add(long second, long[] counts) {
    long number = step.at(second);
    if (number != openNumber) {
      close();
      long[] before = closed(number);
      open = before == null ? new long[Column.COUNT] : before;
      openNumber = number;
      sumTo = NONE;
    }
    Sample.add(open, counts);
  }

  private void close() {
    if (openNumber == NONE) {
      return;
    }
    writer.clear().number(openNumber);
    for (long count : open) {
      writer.number(count);
    }
    rows[place(openNumber)] = writer.toByteArray();
  }

  private int place(long number) {
    return Math.floorMod(number, rows.length);
  }

  private long @Nullable [] closed(long number) {
    byte[] row = rows[place(number)];
    if (row == null) {
      return null;
    }
    try {
      OctetReader reader = new OctetReader(row);
      if (reader.number() != number) {
        return null;
      }
      long[] counts = new long[Column.COUNT];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = reader.number();
      }
      return counts;
    } catch (MalformedOctetsException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What was counted in the step of this number; null when nothing was looked at then. */
  @Nullable Sample get(long number) {
    long[] counts = number == openNumber ? open : closed(number);
    return counts == null ? null : Sample.of(counts);
  }

  /** What was counted in as many steps as are kept, up to that of this number. */
  Sample last(long number) {
    long from = number - step.length() + 1;
    if (from != sumFrom || number != sumTo) {
      sum = new long[Column.COUNT];
      for (long one = from; one <= number; one++) {
        long[] counts = one == openNumber ? null : closed(one);
        if (counts != null) {
          Sample.add(sum, counts);
        }
      }
      sumFrom = from;
      sumTo = number;
    }
    Sample closed = Sample.of(sum);
    return openNumber < from || openNumber > number ? closed : closed.plus(Sample.of(open));
  }
}
