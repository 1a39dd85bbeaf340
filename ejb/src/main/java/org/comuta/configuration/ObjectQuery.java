package org.comuta.configuration;

import java.util.List;
import java.util.Map;
import org.comuta.listing.Selection;

/**
 * Which objects of a kind to list; in order of their names where no other is asked for.
 *
 * @param selection conditions and order, by field; of a list, one element must be so
 * @param offset how many to leave out at the beginning
 * @param limit how many to give at most
 */
public record ObjectQuery(Selection selection, int offset, int limit) {
  /** Objects with these values in their fields. Upper and lower case are the same. */
  public ObjectQuery(Map<String, String> filters, int offset, int limit) {
    this(Selection.equal(filters), offset, limit);
  }

  /** All objects from this one on. */
  public static ObjectQuery page(int offset, int limit) {
    return new ObjectQuery(Selection.ALL, offset, limit);
  }

  /** The part of these that was asked for. */
  <T> List<T> page(List<T> all) {
    int from = Math.clamp(offset, 0, all.size());
    int to = Math.clamp((long) from + Math.max(limit, 0), from, all.size());
    return all.subList(from, to);
  }
}
