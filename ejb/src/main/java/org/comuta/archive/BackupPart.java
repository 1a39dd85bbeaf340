package org.comuta.archive;

import java.io.IOException;

/**
 * Something that has its place in a backup, such as the users. One bean of this type is all that a
 * module adds. Any thread.
 */
public interface BackupPart {
  /** Orders of restoration: what others refer to first, the configuration last. */
  int FIRST = 10;

  /** After what is {@link #FIRST}. */
  int LATER = 50;

  /** Once everything else is back, for what is not in the database. */
  int FILES = 90;

  /** Once everything else is back. */
  int LAST = 100;

  /** A stable word of lower-case letters, digits and hyphens; the folder of its files. */
  String name();

  /** The part with the smallest is restored first. */
  int order();

  /** Writes what there is now. */
  void write(PartOutput out) throws IOException;

  /**
   * Reads all of it, checks it, and compares it with what is here; changes nothing. Called in the
   * transaction that restores.
   *
   * @throws ArchiveException it cannot be read at all
   */
  PartPlan plan(PartInput in, RestoreRequest request) throws IOException, ArchiveException;
}
