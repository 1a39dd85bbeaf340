package org.comuta.identity;

import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.comuta.configuration.Change;
import org.comuta.configuration.Edit;
import org.comuta.configuration.InvalidConfigurationException;
import org.comuta.configuration.NamedObject;
import org.comuta.configuration.NotFoundException;
import org.comuta.configuration.ObjectProblem;
import org.comuta.configuration.Saved;
import org.comuta.configuration.SecretFields;
import org.comuta.configuration.StaleObjectException;
import org.comuta.configuration.StoredObject;
import org.comuta.description.Catalogue;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.description.Problem;
import org.comuta.secret.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Settings: objects described and checked as those of the configuration are, which count at once. A
 * secret of them is sealed and never told. Any thread; a change runs in the transaction of the
 * caller.
 */
final class Settings {
  private final SettingStore store;
  private final Catalogue catalogue;
  private final SecretFields secrets;
  private final Clock clock;

  Settings(SettingStore store, Catalogue catalogue, Secrets secrets, Clock clock) {
    this.store = store;
    this.catalogue = catalogue;
    this.secrets = new SecretFields(catalogue, secrets);
    this.clock = clock;
  }

  /** Those of a kind, by name, as others may see them. */
  List<StoredObject> list(String kind) {
    ObjectDescription<?> description = kind(kind).description();
    return store.all(kind).stream().map(one -> shown(description, one)).toList();
  }

  /** One, as others may see it. */
  StoredObject get(String kind, String name) {
    return shown(kind(kind).description(), existing(kind, name));
  }

  private <T> StoredObject shown(ObjectDescription<T> description, StoredObject stored) {
    T object = description.parseStored(stored.body()).object();
    JsonObject body = object == null ? stored.body() : description.toJson(object);
    return secrets.masked(new StoredObject(stored.kind(), stored.name(), stored.revision(), body));
  }

  /** Those of a type, with their secrets sealed, by name; those that cannot be read left out. */
  <T> List<T> all(Class<T> type) {
    ObjectDescription<T> description = catalogue.type(type).description();
    return store.all(description.kind()).stream()
        .map(stored -> description.parseStored(stored.body()).object())
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * Those of a kind for a file, by name.
   *
   * @param withSecrets secrets as they are, to be encrypted at once; else they are masked
   */
  List<StoredObject> export(String kind, boolean withSecrets) {
    kind(kind);
    return store.all(kind).stream()
        .map(one -> withSecrets ? secrets.opened(one) : secrets.masked(one))
        .toList();
  }

  /** What is wrong with an object of this body, were it saved; empty when nothing is. */
  List<Problem> problems(String kind, String name, JsonObject body) {
    try {
      settled(kind(kind), name, body, store.find(kind, name));
      return List.of();
    } catch (InvalidConfigurationException refused) {
      return refused.problems().stream().map(ObjectProblem::problem).toList();
    }
  }

  /** What this would be if it were saved, with the secrets that would be kept. */
  <T> T draft(Class<T> type, String name, JsonObject body) {
    ObjectKind<T> kind = catalogue.type(type);
    return settled(kind, name, body, store.find(kind.description().kind(), name)).object();
  }

  SettingBean.LastChange lastChange(String kind, String name) {
    existing(kind, name);
    return store.lastChange(kind, name);
  }

  Saved put(String kind, String name, JsonObject body, Edit edit, Actor actor) {
    return secrets.maskedAnswer(put(kind(kind), name, body, edit, actor));
  }

  private <T> Saved put(ObjectKind<T> kind, String name, JsonObject body, Edit edit, Actor actor) {
    String word = kind.description().kind();
    StoredObject before = store.find(word, name);
    edit.expect(word, name, before == null ? 0 : before.revision());
    JsonObject after = settled(kind, name, body, before).body();
    if (before == null) {
      StoredObject made = new StoredObject(word, name, 1, after);
      store.insert(made, actor, clock.instant());
      return new Saved(Change.CREATED, 1, made);
    }
    if (after.equals(before.body())) {
      return new Saved(Change.UNCHANGED, before.revision(), before);
    }
    StoredObject changed = new StoredObject(word, name, before.revision() + 1, after);
    if (!store.update(changed, actor, clock.instant())) {
      throw StaleObjectException.of(word, name, before.revision(), before.revision() + 1);
    }
    return new Saved(Change.UPDATED, changed.revision(), changed);
  }

  Saved delete(String kind, String name, Edit edit) {
    kind(kind);
    StoredObject before = existing(kind, name);
    edit.expect(kind, name, before.revision());
    store.delete(kind, name);
    return secrets.maskedAnswer(new Saved(Change.DELETED, before.revision(), before));
  }

  /** An object and the body it is stored with. */
  private record Settled<T>(T object, JsonObject body) {}

  private <T> Settled<T> settled(
      ObjectKind<T> kind, String name, JsonObject body, @Nullable StoredObject before) {
    ObjectDescription<T> description = kind.description();
    String word = description.kind();
    JsonObject given = description.toJson(NamedObject.parse(description, name, body));
    JsonObject after = secrets.settled(word, name, given, before == null ? null : before.body());
    refuse(word, name, secrets.missing(word, after));
    T object = Objects.requireNonNull(description.parseStored(after).object(), "just written");
    refuse(word, name, kind.check(object, new SettingSet(this, catalogue)));
    return new Settled<>(object, after);
  }

  private ObjectKind<?> kind(String kind) {
    return catalogue
        .kind(kind)
        .orElseThrow(() -> new NotFoundException("There is no kind of setting " + kind + "."));
  }

  private StoredObject existing(String kind, String name) {
    StoredObject found = store.find(kind, name);
    if (found == null) {
      throw new NotFoundException("There is no " + kind + " " + name + ".");
    }
    return found;
  }

  private static void refuse(String kind, String name, List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw InvalidConfigurationException.of(kind, name, problems);
    }
  }
}
