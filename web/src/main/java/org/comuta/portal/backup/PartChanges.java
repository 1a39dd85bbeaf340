package org.comuta.portal.backup;

import org.comuta.archive.PartChange;
import org.comuta.configuration.Change;
import org.comuta.configuration.FieldDiff;
import org.comuta.configuration.ObjectDiff;
import org.comuta.portal.Language;
import org.comuta.portal.history.ChangedObject;
import org.comuta.portal.history.Changes;

/** Tells what a backup changes as differences of the configuration are told. */
final class PartChanges {
  private PartChanges() {}

  static ChangedObject asObject(Changes changes, PartChange change, Language language) {
    String key = "backup.kind." + change.kind();
    String label = language.textOrKey(key);
    ObjectDiff diff =
        new ObjectDiff(
            change.kind(),
            change.name(),
            Change.valueOf(change.change().name()),
            change.fields().stream()
                .map(field -> new FieldDiff(field.field(), field.before(), field.after()))
                .toList());
    ChangedObject told = changes.of(diff);
    return label.equals(key) ? told : told.called(label);
  }
}
