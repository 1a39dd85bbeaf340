package org.comuta.configuration;

import java.util.List;
import java.util.Map;

/**
 * Which objects of a kind to list, in order of their names.
 *
 * @param filters field and the value it must have; of a list, one element. Upper and lower case are
 *     the same
 * @param offset how many to leave out at the beginning
 * @param limit how many to give at most
 */
public record ObjectQuery(Map<String, String> filters, int offset, int limit) {
  public ObjectQuery {
    filters = Map.copyOf(filters);
  }

  /** All objects from this one on. */
  public static ObjectQuery page(int offset, int limit) {
    return new ObjectQuery(Map.of(), offset, limit);
  }

  /** The part of these that was asked for. */
  <T> List<T> page(List<T> all) {
    int from = Math.clamp(offset, 0, all.size());
    int to = Math.clamp((long) from + Math.max(limit, 0), from, all.size());
    return all.subList(from, to);
  }
}
