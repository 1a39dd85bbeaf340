package org.comuta.configuration;

import java.util.List;

/**
 * What an import did, or would do.
 *
 * @param revision the revision it made; the last one when nothing changed, or nothing was to be
 *     saved
 * @param unchanged how many of its objects were so already
 * @param changes in order of kind and name
 * @param problems why it would be refused; empty when it was saved
 */
public record Imported(
    long revision, int unchanged, List<ObjectDiff> changes, List<ObjectProblem> problems) {
  public Imported {
    changes = List.copyOf(changes);
    problems = List.copyOf(problems);
  }

  /** How many objects became that. */
  public long count(Change change) {
    return changes.stream().filter(one -> one.change() == change).count();
  }
}
