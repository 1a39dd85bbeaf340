package org.comuta.configuration;

import java.util.List;
import java.util.Set;

/**
 * What to import, and how.
 *
 * @param kinds the kinds the file names, with or without objects
 * @param problems what was wrong with the file already when it was read
 * @param keepAddresses leave the addresses of objects that exist here as they are
 * @param dryRun only say what would happen
 */
public record ImportRequest(
    List<ImportObject> objects,
    Set<String> kinds,
    List<ObjectProblem> problems,
    ImportMode mode,
    boolean keepAddresses,
    boolean dryRun) {
  public ImportRequest {
    objects = List.copyOf(objects);
    kinds = Set.copyOf(kinds);
    problems = List.copyOf(problems);
  }
}
