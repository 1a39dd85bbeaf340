package org.comuta.backup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comuta.archive.ArchiveException;
import org.comuta.archive.BackupPart;
import org.comuta.archive.PartPlan;
import org.comuta.archive.ReadArchive;
import org.comuta.archive.RestoreRequest;
import org.comuta.description.ExpectedNames;

/** Restores the parts of a backup: all of them, once every one is checked, or none. */
final class Restorer {
  private Restorer() {}

  /**
   * Plans every part and, when nothing is wrong and it is no dry run, does it. In the transaction
   * of the caller, to be rolled back when this throws.
   *
   * @param wanted words of the parts to be restored, as far as the backup has them
   */
  static Restoration run(
      Collection<BackupPart> known,
      ReadArchive archive,
      Set<String> wanted,
      RestoreRequest request,
      boolean dryRun)
      throws IOException, ArchiveException {
    List<BackupPart> parts =
        known.stream()
            .filter(part -> wanted.contains(part.name()))
            .filter(part -> archive.manifest().parts().contains(part.name()))
            .sorted(Comparator.comparingInt(BackupPart::order).thenComparing(BackupPart::name))
            .toList();
    Map<String, Set<String>> names = new HashMap<>();
    ExpectedNames.begin(names);
    try {
      return run(parts, archive, request, dryRun, names);
    } finally {
      ExpectedNames.end();
    }
  }

  private static Restoration run(
      List<BackupPart> parts,
      ReadArchive archive,
      RestoreRequest request,
      boolean dryRun,
      Map<String, Set<String>> names)
      throws IOException, ArchiveException {
    List<PartPlan> plans = new ArrayList<>();
    List<Restoration.Part> told = new ArrayList<>();
    for (BackupPart part : parts) {
      PartPlan plan = part.plan(archive.part(part.name()), request);
      plans.add(plan);
      names.putAll(plan.names());
      told.add(new Restoration.Part(part.name(), plan.changes(), plan.problems(), plan.notes()));
    }
    boolean restores = !dryRun && told.stream().allMatch(part -> part.problems().isEmpty());
    if (restores) {
      for (PartPlan plan : plans) {
        plan.restore();
      }
    }
    return new Restoration(archive.manifest(), restores, told);
  }
}
