package org.comuta.backup;

import java.util.List;
import org.comuta.archive.Manifest;
import org.comuta.archive.PartChange;
import org.comuta.archive.PartPlan.PartProblem;

/**
 * What restoring a backup did, or would do.
 *
 * @param manifest what the backup says of itself
 * @param restored whether it was done
 */
public record Restoration(Manifest manifest, boolean restored, List<Part> parts) {
  /** What it means for one part. */
  public record Part(
      String name, List<PartChange> changes, List<PartProblem> problems, List<String> notes) {
    public Part {
      changes = List.copyOf(changes);
      problems = List.copyOf(problems);
      notes = List.copyOf(notes);
    }

    /** How many objects become that. */
    public long count(PartChange.Change change) {
      return changes.stream().filter(one -> one.change() == change).count();
    }
  }

  public Restoration {
    parts = List.copyOf(parts);
  }

  /** Everything that is wrong; empty when it can be, or was, restored. */
  public List<PartProblem> problems() {
    return parts.stream().flatMap(part -> part.problems().stream()).toList();
  }

  /** Everything that changes. */
  public List<PartChange> changes() {
    return parts.stream().flatMap(part -> part.changes().stream()).toList();
  }
}
