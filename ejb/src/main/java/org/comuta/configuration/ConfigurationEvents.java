package org.comuta.configuration;

import org.comuta.event.ConfigurationApplied;
import org.comuta.event.ConfigurationSaved;
import org.jspecify.annotations.Nullable;

/** What others are told of changes of the configuration. */
final class ConfigurationEvents {
  private ConfigurationEvents() {}

  static ConfigurationSaved saved(Saved saved, Edit edit) {
    return saved(
        saved.revision(),
        edit,
        saved.change().name(),
        saved.object().kind(),
        saved.object().name(),
        1);
  }

  static ConfigurationSaved imported(Imported imported, Edit edit) {
    return saved(imported.revision(), edit, "IMPORTED", null, null, imported.changes().size());
  }

  static ConfigurationSaved restored(Restored restored, Edit edit) {
    return saved(restored.revision(), edit, "RESTORED", null, null, restored.changes());
  }

  static ConfigurationApplied applied(Applied applied, Edit edit) {
    return new ConfigurationApplied(
        applied.revision(),
        applied.previous(),
        edit.editor().user(),
        edit.editor().address(),
        edit.comment(),
        applied.warnings().size());
  }

  private static ConfigurationSaved saved(
      long revision,
      Edit edit,
      String change,
      @Nullable String kind,
      @Nullable String name,
      int changes) {
    return new ConfigurationSaved(
        revision,
        edit.editor().user(),
        edit.editor().address(),
        edit.comment(),
        change,
        kind,
        name,
        changes);
  }
}
