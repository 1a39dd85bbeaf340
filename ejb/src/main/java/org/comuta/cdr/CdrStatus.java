package org.comuta.cdr;

import java.util.List;

/**
 * How the records fare, for metrics and health.
 *
 * @param accepting whether new calls may come
 * @param refused new calls refused since the start because no room was left for records
 * @param unwritten of those, calls whose own record found no room either
 * @param held entries that are only in memory, because the journal has no room
 * @param journalOctets size of the journal's files
 * @param recorded calls that ended since the start
 * @param recovered calls that an earlier process left open and that got their record at the start
 * @param resumed answered calls that an earlier process left open and that went on at the start
 * @param unkept answered calls since the start that would not outlive the process, because there
 *     was no room to keep them
 * @param sinks where records go
 */
public record CdrStatus(
    boolean accepting,
    long refused,
    long unwritten,
    int held,
    long journalOctets,
    long recorded,
    int recovered,
    int resumed,
    long unkept,
    List<Sink> sinks) {
  /**
   * One place where records go.
   *
   * @param written records since the start
   * @param backlogOctets what waits for it in the journal
   * @param failing whether it refused the last records it was given
   * @param oldestSeconds age of the oldest record it refused; 0 when it takes them
   */
  public record Sink(
      String name, long written, long backlogOctets, boolean failing, long oldestSeconds) {}

  public CdrStatus {
    sinks = List.copyOf(sinks);
  }
}
