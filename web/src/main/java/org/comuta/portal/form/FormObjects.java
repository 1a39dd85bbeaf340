package org.comuta.portal.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.comuta.configuration.ConfigurationBean;
import org.comuta.configuration.Edit;
import org.comuta.configuration.Revision;
import org.comuta.configuration.Saved;
import org.comuta.configuration.StoredObject;
import org.comuta.description.ObjectKind;
import org.comuta.identity.Right;
import org.comuta.identity.SettingBean;
import org.comuta.identity.SettingKinds;
import org.comuta.operation.ConfigurationOperations;

/**
 * Everything that has a form: configuration objects, which are applied, and settings, which count
 * at once. Any thread.
 */
@ApplicationScoped
public class FormObjects {
  /** Who saved something, and when. */
  record Author(String name, Instant savedAt) {}

  @Inject private ConfigurationBean configuration;
  @Inject private ConfigurationOperations operations;
  @Inject private SettingBean settings;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public FormObjects() {}

  /** Whether a change of such an object counts at once. */
  boolean isSetting(String kind) {
    return SettingKinds.catalogue().kind(kind).isPresent();
  }

  /** The kind of this word. */
  Optional<ObjectKind<?>> kind(String kind) {
    return isSetting(kind)
        ? SettingKinds.catalogue().kind(kind)
        : configuration.catalogue().kind(kind);
  }

  /** What somebody must be allowed to change such an object. */
  Right needed(String kind) {
    return isSetting(kind) ? Right.ADMINISTER : Right.CONFIGURE;
  }

  StoredObject get(String kind, String name) {
    return isSetting(kind) ? settings.get(kind, name) : configuration.get(kind, name);
  }

  Saved put(String kind, String name, JsonObject body, Edit edit) {
    return isSetting(kind)
        ? settings.put(kind, name, body, edit)
        : operations.put(kind, name, body, edit);
  }

  /** Who saved the revision of an object that is there now. */
  Author author(String kind, String name, long revision) {
    if (isSetting(kind)) {
      SettingBean.LastChange last = settings.lastChange(kind, name);
      return new Author(last.author(), last.changedAt());
    }
    Revision saved = configuration.revision(revision).revision();
    return new Author(saved.author(), saved.savedAt());
  }
}
