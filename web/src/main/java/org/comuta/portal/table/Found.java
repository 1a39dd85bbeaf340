package org.comuta.portal.table;

import java.util.List;

/**
 * Some of the rows that were asked for.
 *
 * @param total how many there are in all
 */
public record Found<T>(List<T> rows, long total) {
  /** A part of rows that were found whole. */
  public static <T> Found<T> part(List<T> all, int offset, int limit) {
    int from = Math.min(offset, all.size());
    int to = (int) Math.min((long) from + limit, all.size());
    return new Found<>(all.subList(from, to), all.size());
  }
}
