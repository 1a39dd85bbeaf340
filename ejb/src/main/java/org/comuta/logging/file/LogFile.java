package org.comuta.logging.file;

import java.time.Instant;

/**
 * A file of the log. Immutable.
 *
 * @param size octets
 * @param begunAt no entry of it is older
 * @param changedAt when the last entry was written
 * @param current whether entries are still written to it
 */
public record LogFile(String name, long size, Instant begunAt, Instant changedAt, boolean current) {

  LogFile begunAt(Instant moment) {
    return new LogFile(name, size, moment, changedAt, current);
  }
}
