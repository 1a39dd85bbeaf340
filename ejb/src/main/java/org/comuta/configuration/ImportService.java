package org.comuta.configuration;

import java.util.List;
import org.comuta.configuration.Saves.Look;
import org.comuta.description.Catalogue;

/** Saves many objects as one revision, or none of them. Any thread. */
final class ImportService {
  private final Saves saves;
  private final Catalogue catalogue;
  private final SecretFields secrets;

  ImportService(Saves saves, Catalogue catalogue, SecretFields secrets) {
    this.saves = saves;
    this.catalogue = catalogue;
    this.secrets = secrets;
  }

  Imported run(ImportRequest request, Edit edit) {
    return request.dryRun()
        ? saves.read(look -> plan(look, request, edit))
        : saves.save(look -> save(look, request, edit));
  }

  private Imported plan(Look look, ImportRequest request, Edit edit) {
    StaleObjectException.expectLatest(edit, look.state());
    ImportPlan plan = new ImportPlan(catalogue, secrets, look.objects(), request);
    return answer(look.state().latestRevision, plan);
  }

  private Imported save(Look look, ImportRequest request, Edit edit) {
    StaleObjectException.expectLatest(edit, look.state());
    ImportPlan plan = new ImportPlan(catalogue, secrets, look.objects(), request);
    if (!plan.problems().isEmpty()) {
      throw new InvalidConfigurationException(plan.problems());
    }
    List<PendingChange> changes = plan.changes();
    long latest = look.state().latestRevision;
    return answer(changes.isEmpty() ? latest : look.commit(edit, changes), plan);
  }

  private Imported answer(long revision, ImportPlan plan) {
    List<ObjectDiff> changes =
        plan.changes().stream()
            .map(one -> Differences.between(one.kind(), one.name(), one.before(), one.after()))
            .map(secrets::maskedDifference)
            .toList();
    return new Imported(revision, plan.unchanged(), changes, plan.problems());
  }
}
