package org.comuta.configuration;

import java.util.List;

/** What differs between two revisions, in order of kind and name. */
public record Diff(long from, long to, List<ObjectDiff> objects) {
  public Diff {
    objects = List.copyOf(objects);
  }
}
