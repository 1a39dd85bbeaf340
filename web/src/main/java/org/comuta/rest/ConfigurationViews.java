package org.comuta.rest;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.comuta.configuration.Applied;
import org.comuta.configuration.Change;
import org.comuta.configuration.ConfigurationStatus;
import org.comuta.configuration.Diff;
import org.comuta.configuration.FieldDiff;
import org.comuta.configuration.Imported;
import org.comuta.configuration.ObjectDiff;
import org.comuta.configuration.ObjectProblem;
import org.comuta.configuration.PastChange;
import org.comuta.configuration.PendingObject;
import org.comuta.configuration.Revision;
import org.comuta.configuration.RevisionDetail;
import org.comuta.operation.LiveCallOperations.RevisionCalls;
import org.jspecify.annotations.Nullable;

/** What the API answers about the configuration as a whole. */
final class ConfigurationViews {
  private ConfigurationViews() {}

  /**
   * Which revisions are saved and live.
   *
   * @param calls on which revisions live calls run, the newest first
   */
  record StatusView(
      long latestRevision,
      long appliedRevision,
      @Nullable Instant appliedAt,
      @Nullable String appliedBy,
      @Nullable String appliedFrom,
      boolean pending,
      List<RevisionCalls> calls) {
    static StatusView of(ConfigurationStatus status, List<RevisionCalls> calls) {
      return new StatusView(
          status.latestRevision(),
          status.appliedRevision(),
          status.appliedAt(),
          status.appliedBy(),
          status.appliedFrom(),
          status.pending(),
          calls);
    }
  }

  /**
   * One save, and a page of what it did to each object.
   *
   * @param total how many of these objects there are
   */
  record RevisionView(
      long number,
      String author,
      String address,
      Instant savedAt,
      String comment,
      int changes,
      List<ObjectDiff> objects,
      long total,
      int page,
      int size) {
    static RevisionView of(RevisionDetail detail, ListQuery query) {
      Revision revision = detail.revision();
      List<ObjectDiff> wanted = wanted(detail.changes(), query);
      return new RevisionView(
          revision.number(),
          revision.author(),
          revision.address(),
          revision.savedAt(),
          revision.comment(),
          revision.changes(),
          query.cut(wanted),
          wanted.size(),
          query.page(),
          query.size());
    }
  }

  /**
   * A page of what differs between two revisions.
   *
   * @param total how many of these objects differ
   */
  record DiffView(long from, long to, List<ObjectDiff> objects, long total, int page, int size) {
    /** Filters of the objects. */
    static final Set<String> FILTERS = Set.of("kind", "name", "change");

    static DiffView of(Diff diff, ListQuery query) {
      List<ObjectDiff> wanted = wanted(diff.objects(), query);
      return new DiffView(
          diff.from(), diff.to(), query.cut(wanted), wanted.size(), query.page(), query.size());
    }
  }

  private static List<ObjectDiff> wanted(List<ObjectDiff> all, ListQuery query) {
    return all.stream()
        .filter(
            diff ->
                isWanted("kind", diff.kind(), query)
                    && isWanted("name", diff.name(), query)
                    && isWanted("change", diff.change().name(), query))
        .toList();
  }

  private static boolean isWanted(String filter, String value, ListQuery query) {
    String asked = query.filters().get(filter);
    return asked == null || asked.equals(value);
  }

  /** An object that apply would change, and who saved it since the revision that is live. */
  record PendingView(
      String kind, String name, Change change, List<FieldDiff> fields, List<Revision> saves) {
    static PendingView of(PendingObject pending) {
      ObjectDiff difference = pending.difference();
      return new PendingView(
          difference.kind(),
          difference.name(),
          difference.change(),
          difference.fields(),
          pending.saves());
    }
  }

  /** What one revision did to one object. */
  record PastChangeView(
      long number,
      String author,
      String address,
      Instant savedAt,
      String comment,
      Change change,
      List<FieldDiff> fields) {
    static PastChangeView of(PastChange past) {
      Revision revision = past.revision();
      return new PastChangeView(
          revision.number(),
          revision.author(),
          revision.address(),
          revision.savedAt(),
          revision.comment(),
          past.difference().change(),
          past.difference().fields());
    }
  }

  /**
   * Something wrong with one object.
   *
   * @param line where in an imported file; null where there is none
   */
  record ProblemView(
      String field, String code, String message, String kind, String name, @Nullable Integer line) {
    /** Most that are told at once. */
    static final int MOST = 1_000;

    static ProblemView of(ObjectProblem problem) {
      return new ProblemView(
          problem.problem().field(),
          problem.problem().code(),
          problem.problem().message(),
          problem.kind(),
          problem.name(),
          problem.line() == 0 ? null : problem.line());
    }

    static List<ProblemView> of(List<ObjectProblem> problems) {
      return problems.stream().limit(MOST).map(ProblemView::of).toList();
    }
  }

  /** Answer to apply. */
  record AppliedView(long revision, long previous, List<ProblemView> warnings) {
    static AppliedView of(Applied applied) {
      return new AppliedView(
          applied.revision(), applied.previous(), ProblemView.of(applied.warnings()));
    }
  }

  /**
   * What an import did, or would do.
   *
   * @param valid whether it was done, or would be
   * @param revision the one it made, else the last one
   * @param problemCount how many problems there are; the first ones are told
   * @param total how many of these objects it changes
   */
  record ImportView(
      boolean dryRun,
      boolean valid,
      long revision,
      long created,
      long updated,
      long deleted,
      long unchanged,
      List<ProblemView> problems,
      long problemCount,
      List<ObjectDiff> objects,
      long total,
      int page,
      int size) {
    static ImportView of(Imported imported, boolean dryRun, ListQuery query) {
      List<ObjectDiff> wanted = wanted(imported.changes(), query);
      return new ImportView(
          dryRun,
          imported.problems().isEmpty(),
          imported.revision(),
          imported.count(Change.CREATED),
          imported.count(Change.UPDATED),
          imported.count(Change.DELETED),
          imported.unchanged(),
          ProblemView.of(imported.problems()),
          imported.problems().size(),
          query.cut(wanted),
          wanted.size(),
          query.page(),
          query.size());
    }
  }
}
