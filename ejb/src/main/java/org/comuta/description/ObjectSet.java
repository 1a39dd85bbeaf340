package org.comuta.description;

import java.util.Collection;
import java.util.function.Function;

/** All configuration objects, as they would be once a change is saved. */
public interface ObjectSet {
  /** All objects of this type, in order of their names. */
  <T> Collection<T> all(Class<T> type);

  /** Whether there is an object of this kind and name. */
  boolean exists(String kind, String name);

  /**
   * What a rule works out of all objects, such as an index of them: once for this set, however many
   * objects are checked against it.
   *
   * @param work depends on the set alone; a constant, which is what it is remembered by
   */
  default <R> R derived(Function<ObjectSet, R> work) {
    return work.apply(this);
  }
}
