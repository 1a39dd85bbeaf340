package org.comuta.portal.table;

import java.util.List;
import java.util.function.Predicate;

/** Rows of a database, a page after the other. */
final class Pages {
  private static final int AT_ONCE = 1_000;

  /** Gives rows from one on. */
  interface Reader<T> {
    List<T> page(int offset, int size);
  }

  private Pages() {}

  /** Gives the rows one after the other, not more than this many, while each says to go on. */
  static <T> void forEach(Reader<T> reader, int most, Predicate<T> each) {
    int offset = 0;
    boolean more = true;
    while (more && offset < most) {
      List<T> some = reader.page(offset, Math.min(AT_ONCE, most - offset));
      offset += some.size();
      more = some.stream().allMatch(each) && some.size() == AT_ONCE;
    }
  }
}
