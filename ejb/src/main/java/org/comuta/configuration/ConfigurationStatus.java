package org.comuta.configuration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the configuration stands.
 *
 * @param latestRevision the last save; 0 before the first
 * @param appliedRevision what calls run on; 0 before the first apply
 * @param appliedAt null before the first apply
 * @param pendingObjects how many objects differ between the two
 */
public record ConfigurationStatus(
    long latestRevision,
    long appliedRevision,
    @Nullable Instant appliedAt,
    @Nullable String appliedBy,
    @Nullable String appliedFrom,
    int pendingObjects) {

  /** Whether apply would change anything: not when what was saved was saved back. */
  public boolean pending() {
    return pendingObjects > 0;
  }
}
