package org.comuta.description;

import java.util.Collection;

/** All configuration objects, as they would be once a change is saved. */
public interface ObjectSet {
  /** All objects of this type, in order of their names. */
  <T> Collection<T> all(Class<T> type);

  /** Whether there is an object of this kind and name. */
  boolean exists(String kind, String name);
}
