package org.comuta.cdr.journal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * How a journal is kept.
 *
 * @param directory where its files are; made when missing
 * @param segmentOctets size of a segment, a multiple of 4096, at least 1 MiB
 * @param segmentsAhead how many empty segments are ready at any time
 * @param freeSpaceLimit octets of free space under which new calls are refused; under a quarter of
 *     it no segment is prepared but in need
 * @param freeSpace tells the octets free now
 * @param clock tells the time
 */
public record JournalSettings(
    Path directory,
    int segmentOctets,
    int segmentsAhead,
    long freeSpaceLimit,
    LongSupplier freeSpace,
    InstantSource clock) {
  public JournalSettings {
    if (segmentOctets < 2 * Bounds.ENTRY || segmentOctets % 4096 != 0 || segmentsAhead < 1) {
      throw new IllegalArgumentException(segmentOctets + " octets, " + segmentsAhead + " ahead");
    }
  }

  /** Segments of 16 MiB, two of them ahead; the free space of the directory's disk. */
  public static JournalSettings of(Path directory, long freeSpaceLimit) {
    return new JournalSettings(
        directory,
        16 * 1024 * 1024,
        2,
        freeSpaceLimit,
        // Asked many times a second: a file store would read the table of mounts each time.
        directory.toFile()::getUsableSpace,
        InstantSource.system());
  }
}
