package org.comuta.identity;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.comuta.archive.BackupPart;
import org.comuta.archive.RestoreRequest;
import org.comuta.configuration.Edit;
import org.comuta.configuration.Editor;
import org.comuta.configuration.StoredObject;
import org.comuta.description.Problem;
import org.comuta.identity.directory.DirectoryRules;
import org.comuta.identity.provider.ProviderRules;
import org.comuta.provisioning.KeptObjects;
import org.comuta.provisioning.ObjectsPart;

/**
 * Directories and identity providers in backups. Those by which whoever restores signs in stay as
 * they are. Any thread.
 */
final class SettingsBackup implements KeptObjects {
  private final String kind;
  private final Origin.Kind origin;
  private final Settings settings;
  private final UserStore users;
  private final Runnable changed;

  private SettingsBackup(
      String kind, Origin.Kind origin, Settings settings, UserStore users, Runnable changed) {
    this.kind = kind;
    this.origin = origin;
    this.settings = settings;
    this.users = users;
    this.changed = changed;
  }

  /**
   * @param changed called in the transaction that restores
   */
  static BackupPart directories(Settings settings, UserStore users, Runnable changed) {
    DirectoryRules rules = new DirectoryRules();
    return new ObjectsPart(
        "directories",
        rules,
        new SettingsBackup(
            rules.description().kind(), Origin.Kind.DIRECTORY, settings, users, changed));
  }

  /**
   * @param changed called in the transaction that restores
   */
  static BackupPart providers(Settings settings, UserStore users, Runnable changed) {
    ProviderRules rules = new ProviderRules();
    return new ObjectsPart(
        "identity-providers",
        rules,
        new SettingsBackup(
            rules.description().kind(), Origin.Kind.PROVIDER, settings, users, changed));
  }

  @Override
  public List<StoredObject> all(boolean withSecrets) {
    return settings.export(kind, withSecrets);
  }

  @Override
  public List<Problem> problems(String name, JsonObject body) {
    return settings.problems(kind, name, body);
  }

  @Override
  public Set<String> needed(RestoreRequest request) {
    return users.of(origin).stream()
        .filter(user -> user.name().equals(request.user()))
        .map(user -> user.origin().name())
        .collect(Collectors.toSet());
  }

  @Override
  public void save(String name, JsonObject body, RestoreRequest request) {
    settings.put(kind, name, body, edit(request), new Actor(request.user(), request.address()));
  }

  @Override
  public void delete(String name, RestoreRequest request) {
    settings.delete(kind, name, edit(request));
  }

  private static Edit edit(RestoreRequest request) {
    return Edit.by(new Editor(request.user(), request.address())).because(request.comment());
  }

  @Override
  public void restored() {
    changed.run();
  }
}
