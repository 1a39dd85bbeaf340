package org.comuta.backup;

import java.util.List;
import org.comuta.archive.PartChange;
import org.comuta.archive.PartChange.FieldChange;
import org.comuta.archive.PartPlan;
import org.comuta.archive.RestoreRequest;
import org.comuta.configuration.Change;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.Edit;
import org.comuta.configuration.Editor;
import org.comuta.configuration.ImportRequest;
import org.comuta.configuration.Imported;
import org.comuta.configuration.ObjectDiff;

/** What restoring the configuration changes, and saving it as a revision. Used once. */
final class ConfigurationPlan implements PartPlan {
  private final ConfigurationBean configuration;
  private final ImportRequest dry;
  private final List<String> notes;
  private final Edit edit;
  private final Imported imported;

  ConfigurationPlan(
      ConfigurationBean configuration,
      ImportRequest dry,
      List<String> notes,
      RestoreRequest request) {
    this.configuration = configuration;
    this.dry = dry;
    this.notes = List.copyOf(notes);
    this.edit = Edit.by(new Editor(request.user(), request.address())).because(request.comment());
    this.imported = configuration.importing(dry, edit);
  }

  @Override
  public List<PartChange> changes() {
    return imported.changes().stream().map(ConfigurationPlan::change).toList();
  }

  private static PartChange change(ObjectDiff diff) {
    return new PartChange(
        diff.kind(),
        diff.name(),
        change(diff.change()),
        diff.fields().stream()
            .map(field -> new FieldChange(field.field(), field.before(), field.after()))
            .toList());
  }

  private static PartChange.Change change(Change change) {
    return switch (change) {
      case CREATED -> PartChange.Change.CREATED;
      case UPDATED -> PartChange.Change.UPDATED;
      case DELETED -> PartChange.Change.DELETED;
      case UNCHANGED -> throw new IllegalArgumentException("nothing differs");
    };
  }

  @Override
  public List<PartProblem> problems() {
    return imported.problems().stream()
        .map(one -> new PartProblem(one.kind(), one.name(), one.problem(), one.line()))
        .toList();
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public void restore() {
    configuration.importing(
        new ImportRequest(
            dry.objects(), dry.kinds(), dry.problems(), dry.mode(), dry.keepAddresses(), false),
        edit.expecting(imported.revision()));
  }
}
