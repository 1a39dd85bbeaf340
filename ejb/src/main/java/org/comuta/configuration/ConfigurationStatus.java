package org.comuta.configuration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the configuration stands.
 *
 * @param latestRevision the last save; 0 before the first
 * @param appliedRevision what calls run on; 0 before the first apply
 * @param appliedAt null before the first apply
 */
public record ConfigurationStatus(
    long latestRevision,
    long appliedRevision,
    @Nullable Instant appliedAt,
    @Nullable String appliedBy,
    @Nullable String appliedFrom) {

  /** Whether something was saved that is not live. */
  public boolean pending() {
    return latestRevision != appliedRevision;
  }
}
