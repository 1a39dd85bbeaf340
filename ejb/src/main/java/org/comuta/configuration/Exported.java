package org.comuta.configuration;

import java.util.List;

/**
 * Objects for a file.
 *
 * @param revision the last revision when they were read
 * @param objects by kind, then by name
 */
public record Exported(long revision, List<StoredObject> objects) {
  public Exported {
    objects = List.copyOf(objects);
  }

  /** Without what might be secret. */
  @Override
  public String toString() {
    return "Exported[revision=" + revision + ", objects=" + objects.size() + "]";
  }
}
