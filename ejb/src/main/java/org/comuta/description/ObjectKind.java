package org.comuta.description;

import java.util.List;

/**
 * A kind of configuration object: its description, and the rules that look beyond one field. One
 * line in the list of kinds makes it known to storage, API and portal.
 */
public interface ObjectKind<T> {
  ObjectDescription<T> description();

  /**
   * What is wrong with this object among the others, all of them as they would be once it is saved.
   * Fields and references have been checked before.
   */
  default List<Problem> check(T object, ObjectSet all) {
    return List.of();
  }

  /** A kind with no rules beyond those of its fields. */
  static <T> ObjectKind<T> of(Class<T> type) {
    ObjectDescription<T> description = ObjectDescription.of(type);
    return () -> description;
  }
}
