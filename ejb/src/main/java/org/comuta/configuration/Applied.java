package org.comuta.configuration;

import java.util.List;

/**
 * Answer to apply, given when the revision is live.
 *
 * @param previous the revision that was live before
 */
public record Applied(long revision, long previous, List<ObjectProblem> warnings) {
  public Applied {
    warnings = List.copyOf(warnings);
  }
}
