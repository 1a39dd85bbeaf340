package org.comuta.description;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All kinds of configuration objects, in the order people should see them, and who else may be
 * named in them. Immutable.
 */
public final class Catalogue {
  private final Map<String, ObjectKind<?>> byKind = new LinkedHashMap<>();
  private final Map<String, ObjectKind<?>> byPath = new LinkedHashMap<>();
  private final Map<Class<?>, ObjectKind<?>> byType = new LinkedHashMap<>();

  private final OtherNames others;

  public Catalogue(Collection<? extends ObjectKind<?>> kinds) {
    this(kinds, OtherNames.NONE);
  }

  /**
   * As the other.
   *
   * @param others names of what is no configuration, and may be named in it all the same
   */
  public Catalogue(Collection<? extends ObjectKind<?>> kinds, OtherNames others) {
    this.others = others;
    for (ObjectKind<?> kind : kinds) {
      ObjectDescription<?> description = kind.description();
      if (byKind.put(description.kind(), kind) != null
          || byPath.put(description.path(), kind) != null
          || byType.put(description.type(), kind) != null) {
        throw new IllegalArgumentException("two kinds are called " + description.kind());
      }
    }
  }

  public Collection<ObjectKind<?>> kinds() {
    return Collections.unmodifiableCollection(byKind.values());
  }

  /** The kind of this word, such as {@code nap}. */
  public Optional<ObjectKind<?>> kind(String kind) {
    return Optional.ofNullable(byKind.get(kind));
  }

  /** Names of what is no configuration. */
  public OtherNames others() {
    return others;
  }

  /** The kind of this word of the API, such as {@code naps}. */
  public Optional<ObjectKind<?>> path(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** The kind whose objects are of this type; throws when there is none. */
  @SuppressWarnings("unchecked") // filled with the type of the very kind
  public <T> ObjectKind<T> type(Class<T> type) {
    ObjectKind<?> kind = byType.get(type);
    if (kind == null) {
      throw new IllegalArgumentException(type + " is no configuration object");
    }
    return (ObjectKind<T>) kind;
  }
}
