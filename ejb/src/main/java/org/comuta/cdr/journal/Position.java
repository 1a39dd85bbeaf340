package org.comuta.cdr.journal;

/**
 * A place in the journal. Positions grow with time, over restarts too.
 *
 * @param segment number of the segment
 * @param offset octets from its beginning
 */
public record Position(long segment, int offset) implements Comparable<Position> {
  /** Before everything. */
  public static final Position BEGINNING = new Position(0, 0);

  @Override
  public int compareTo(Position other) {
    return segment == other.segment
        ? Integer.compare(offset, other.offset)
        : Long.compare(segment, other.segment);
  }
}
