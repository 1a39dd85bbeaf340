package org.comuta.rest;

import java.time.Instant;
import java.util.List;
import org.comuta.configuration.Applied;
import org.comuta.configuration.ConfigurationStatus;
import org.comuta.configuration.ObjectDiff;
import org.comuta.configuration.ObjectProblem;
import org.comuta.configuration.Revision;
import org.comuta.configuration.RevisionDetail;
import org.jspecify.annotations.Nullable;

/** What the API answers about the configuration as a whole. */
final class ConfigurationViews {
  private ConfigurationViews() {}

  /** Which revisions are saved and live. */
  record StatusView(
      long latestRevision,
      long appliedRevision,
      @Nullable Instant appliedAt,
      @Nullable String appliedBy,
      @Nullable String appliedFrom,
      boolean pending) {
    static StatusView of(ConfigurationStatus status) {
      return new StatusView(
          status.latestRevision(),
          status.appliedRevision(),
          status.appliedAt(),
          status.appliedBy(),
          status.appliedFrom(),
          status.pending());
    }
  }

  /** One save, and what it did to each object. */
  record RevisionView(
      long number,
      String author,
      String address,
      Instant savedAt,
      String comment,
      int changes,
      List<ObjectDiff> objects) {
    static RevisionView of(RevisionDetail detail) {
      Revision revision = detail.revision();
      return new RevisionView(
          revision.number(),
          revision.author(),
          revision.address(),
          revision.savedAt(),
          revision.comment(),
          revision.changes(),
          detail.changes());
    }
  }

  /** Something wrong with one object. */
  record ProblemView(String field, String code, String message, String kind, String name) {
    static ProblemView of(ObjectProblem problem) {
      return new ProblemView(
          problem.problem().field(),
          problem.problem().code(),
          problem.problem().message(),
          problem.kind(),
          problem.name());
    }
  }

  /** Answer to apply. */
  record AppliedView(long revision, long previous, List<ProblemView> warnings) {
    static AppliedView of(Applied applied) {
      return new AppliedView(
          applied.revision(),
          applied.previous(),
          applied.warnings().stream().map(ProblemView::of).toList());
    }
  }
}
