package org.comuta.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.comuta.configuration.Change;
import org.comuta.configuration.ConfigurationException;
import org.comuta.configuration.Differences;
import org.comuta.configuration.Edit;
import org.comuta.configuration.Saved;
import org.comuta.configuration.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * Settings, such as directories, in transactions: audited, and they count at once. Refusals are
 * {@link ConfigurationException}s. Any thread.
 */
@Stateless
public class SettingBean {
  /** Who changed a setting last, and when. */
  public record LastChange(String author, Instant changedAt) {}

  @Inject private IdentityParts parts;
  @Inject private AuditBean audit;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public SettingBean() {}

  /** Those of a kind, by name, with their secrets masked. */
  public List<StoredObject> list(String kind) {
    return parts.settings.list(kind);
  }

  /** One, with its secrets masked. */
  public StoredObject get(String kind, String name) {
    return parts.settings.get(kind, name);
  }

  /** Who changed one last, and when. */
  public LastChange lastChange(String kind, String name) {
    return parts.settings.lastChange(kind, name);
  }

  /** Saves one. */
  public Saved put(String kind, String name, JsonObject body, Edit edit) {
    StoredObject before =
        parts.settings.list(kind).stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElse(null);
    Saved saved;
    try {
      saved = parts.settings.put(kind, name, body, edit, actor(edit));
    } catch (ConfigurationException refused) {
      refused(AuditAction.SETTING_SAVE, kind, name, edit, refused);
      throw refused;
    }
    write(AuditAction.SETTING_SAVE, kind, name, edit, differences(before, saved));
    return saved;
  }

  /** Deletes one. */
  public Saved delete(String kind, String name, Edit edit) {
    Saved saved;
    try {
      saved = parts.settings.delete(kind, name, edit);
    } catch (ConfigurationException refused) {
      refused(AuditAction.SETTING_DELETE, kind, name, edit, refused);
      throw refused;
    }
    write(AuditAction.SETTING_DELETE, kind, name, edit, "");
    return saved;
  }

  private void write(AuditAction action, String kind, String name, Edit edit, String detail) {
    audit.write(actor(edit), action, kind, name, AuditEntry.Outcome.DONE, detail);
    parts.settingChanged(edit.editor().address());
  }

  private void refused(
      AuditAction action, String kind, String name, Edit edit, ConfigurationException why) {
    audit.writeInAnyCase(
        actor(edit),
        action,
        kind,
        name,
        AuditEntry.Outcome.REFUSED,
        String.valueOf(why.getMessage()));
  }

  private static String differences(@Nullable StoredObject before, Saved saved) {
    if (saved.change() == Change.UNCHANGED) {
      return saved.change().name();
    }
    return saved.change()
        + Differences.between(
                saved.object().kind(),
                saved.object().name(),
                before == null ? null : before.body(),
                saved.object().body())
            .fields()
            .stream()
            .filter(field -> before != null)
            .map(field -> "; " + field.field() + ": " + field.before() + " → " + field.after())
            .collect(Collectors.joining());
  }

  private static Actor actor(Edit edit) {
    return new Actor(edit.editor().user(), edit.editor().address());
  }
}
