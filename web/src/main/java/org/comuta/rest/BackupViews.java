package org.comuta.rest;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.comuta.archive.Manifest;
import org.comuta.archive.PartChange;
import org.comuta.archive.PartChange.Change;
import org.comuta.archive.PartPlan.PartProblem;
import org.comuta.backup.Restoration;
import org.comuta.rest.ConfigurationViews.ProblemView;
import org.jspecify.annotations.Nullable;

/** What the API answers about backups. */
final class BackupViews {
  private BackupViews() {}

  /** Something that has its place in a backup. */
  record PartView(String name) {}

  /**
   * What a backup says of itself.
   *
   * @param octets of its files, unpacked
   */
  record ManifestView(
      String version,
      String node,
      Instant madeAt,
      boolean encrypted,
      List<String> parts,
      long octets) {
    static ManifestView of(Manifest manifest) {
      return new ManifestView(
          manifest.version(),
          manifest.node(),
          manifest.madeAt(),
          manifest.secrets() != null,
          manifest.parts(),
          manifest.octets());
    }
  }

  /** How much of a part changes, and what there is to know. */
  record PartOutcomeView(
      String name, long created, long updated, long deleted, long problems, List<String> notes) {
    static PartOutcomeView of(Restoration.Part part) {
      return new PartOutcomeView(
          part.name(),
          part.count(Change.CREATED),
          part.count(Change.UPDATED),
          part.count(Change.DELETED),
          part.problems().size(),
          part.notes());
    }
  }

  /**
   * What a restoration did, or would do.
   *
   * @param valid whether it was done, or would be
   * @param applied the revision that is live now; null when nothing was applied
   * @param problemCount how many problems there are; the first ones are told
   * @param total how many of these objects it changes
   */
  record RestorationView(
      boolean dryRun,
      boolean valid,
      ManifestView backup,
      @Nullable Long applied,
      List<PartOutcomeView> parts,
      List<ProblemView> problems,
      long problemCount,
      List<PartChange> objects,
      long total,
      int page,
      int size) {
    /** Filters of the objects. */
    static final Set<String> FILTERS = Set.of("kind", "name", "change");

    static RestorationView of(
        Restoration restoration, boolean dryRun, @Nullable Long applied, ListQuery query) {
      List<PartChange> wanted =
          restoration.changes().stream().filter(one -> isWanted(one, query)).toList();
      List<PartProblem> problems = restoration.problems();
      return new RestorationView(
          dryRun,
          problems.isEmpty(),
          ManifestView.of(restoration.manifest()),
          applied,
          restoration.parts().stream().map(PartOutcomeView::of).toList(),
          told(problems),
          problems.size(),
          query.cut(wanted),
          wanted.size(),
          query.page(),
          query.size());
    }

    private static boolean isWanted(PartChange change, ListQuery query) {
      return isWanted("kind", change.kind(), query)
          && isWanted("name", change.name(), query)
          && isWanted("change", change.change().name(), query);
    }

    private static boolean isWanted(String filter, String value, ListQuery query) {
      String asked = query.filters().get(filter);
      return asked == null || asked.equals(value);
    }
  }

  /** The first of them, as problems of an import are told. */
  static List<ProblemView> told(List<PartProblem> problems) {
    return problems.stream()
        .limit(ProblemView.MOST)
        .map(
            one ->
                new ProblemView(
                    one.problem().field(),
                    one.problem().code(),
                    one.problem().message(),
                    one.kind(),
                    one.name(),
                    one.line() == 0 ? null : one.line()))
        .toList();
  }
}
