package org.comuta.configuration;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.comuta.configuration.Saves.Look;
import org.comuta.description.Catalogue;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.description.ObjectSet;
import org.comuta.description.Problem;
import org.comuta.listing.SearchText;
import org.comuta.listing.Selection;
import org.jspecify.annotations.Nullable;

/** The objects as saved last, and changes to one of them; each change is a revision. Any thread. */
final class ObjectService {
  private final Saves saves;
  private final Catalogue catalogue;
  private final Checks checks;
  private final SecretFields secrets;
  private final Function<ObjectSet, ObjectIndex> index;

  ObjectService(Saves saves, Catalogue catalogue, SecretFields secrets) {
    this.saves = saves;
    this.secrets = secrets;
    this.catalogue = catalogue;
    this.checks = new Checks(catalogue);
    this.index = objects -> ObjectIndex.of(catalogue.kinds(), (SavedObjects) objects);
  }

  Listing<StoredObject> list(String kind, ObjectQuery query) {
    ObjectDescription<?> description = kind(kind).description();
    Selection selection = query.selection();
    ObjectFields fields = new ObjectFields(description, selection);
    Map<String, SavedObject> all = saves.read(look -> look.objects().kind(kind));
    if (selection.isAll()) {
      return new Listing<>(
          all.entrySet().stream()
              .skip(Math.max(0, query.offset()))
              .limit(Math.max(0, query.limit()))
              .map(entry -> shown(kind, entry))
              .toList(),
          all.size());
    }
    List<Map.Entry<String, SavedObject>> found = selection.of(all.entrySet(), fields);
    return new Listing<>(
        query.page(found).stream().map(entry -> shown(kind, entry)).toList(), found.size());
  }

  private StoredObject shown(String kind, Map.Entry<String, SavedObject> entry) {
    return secrets.masked(SavedObjects.stored(kind, entry.getKey(), entry.getValue()));
  }

  /** Objects of all kinds in which all words are, those first whose names fit best. */
  List<FoundObject> search(SearchText wanted, int most) {
    return saves.read(look -> look.objects().derived(index).find(wanted, most));
  }

  StoredObject get(String kind, String name) {
    kind(kind);
    return secrets.masked(saves.read(look -> existing(look, kind, name)));
  }

  /** All objects of these kinds, with their secrets as they are or masked. */
  Exported export(Collection<String> kinds, boolean withSecrets) {
    return saves.read(
        look -> {
          List<StoredObject> all = new ArrayList<>();
          for (ObjectKind<?> kind : catalogue.kinds()) {
            String word = kind.description().kind();
            if (kinds.contains(word)) {
              look.objects().kind(word).entrySet().stream()
                  .map(entry -> SavedObjects.stored(word, entry.getKey(), entry.getValue()))
                  .map(withSecrets ? secrets::opened : secrets::masked)
                  .forEach(all::add);
            }
          }
          return new Exported(look.objects().revision(), all);
        });
  }

  /** Who names this object, whether it can be deleted. */
  List<ObjectUser> users(String kind, String name) {
    kind(kind);
    return saves.read(
        look -> {
          existing(look, kind, name);
          return checks.users(look.objects(), kind, name);
        });
  }

  /** Who names something that is no configuration. */
  List<ObjectUser> usersOfOther(String kind, String name) {
    return saves.read(look -> checks.users(look.objects(), kind, name));
  }

  /** An object as it would be once this body was saved; as saved last for no body. */
  <T> T draft(Class<T> type, String name, @Nullable JsonObject body) {
    ObjectKind<T> kind = catalogue.type(type);
    ObjectDescription<T> description = kind.description();
    String word = description.kind();
    if (body == null) {
      StoredObject saved = saves.read(look -> existing(look, word, name));
      return Objects.requireNonNull(description.parseStored(saved.body()).object(), "was saved");
    }
    JsonObject given = description.toJson(NamedObject.parse(description, name, body));
    return saves.read(
        look -> {
          StoredObject before = look.objects().find(word, name);
          JsonObject after =
              secrets.settled(word, name, given, before == null ? null : before.body());
          T object =
              Objects.requireNonNull(description.parseStored(after).object(), "just written");
          PendingChange change =
              new PendingChange(word, name, before == null ? null : before.body(), after);
          refuse(word, name, checks.one(kind, object, look.objects().with(List.of(change))));
          return object;
        });
  }

  Saved put(String kind, String name, JsonObject body, Edit edit) {
    return secrets.maskedAnswer(put(kind(kind), name, body, edit));
  }

  private <T> Saved put(ObjectKind<T> kind, String name, JsonObject body, Edit edit) {
    ObjectDescription<T> description = kind.description();
    String word = description.kind();
    JsonObject given = description.toJson(NamedObject.parse(description, name, body));
    return saves.save(
        save -> {
          StoredObject before = save.objects().find(word, name);
          expect(edit, word, name, before);
          JsonObject old = before == null ? null : before.body();
          JsonObject after = secrets.settled(word, name, given, old);
          refuse(word, name, secrets.missing(word, after));
          if (before != null && after.equals(old)) {
            return new Saved(Change.UNCHANGED, save.state().latestRevision, before);
          }
          // With the secrets that were kept, as it will be read from now on.
          T object =
              Objects.requireNonNull(description.parseStored(after).object(), "just written");
          PendingChange change = new PendingChange(word, name, old, after);
          refuse(word, name, checks.one(kind, object, save.objects().with(List.of(change))));
          long revision = save.commit(edit, List.of(change));
          return new Saved(
              before == null ? Change.CREATED : Change.UPDATED,
              revision,
              new StoredObject(word, name, revision, after));
        });
  }

  Saved delete(String kind, String name, Edit edit) {
    kind(kind);
    return secrets.maskedAnswer(
        saves.save(
            save -> {
              StoredObject before = existing(save, kind, name);
              expect(edit, kind, name, before);
              List<ObjectUser> users = checks.users(save.objects(), kind, name);
              if (!users.isEmpty()) {
                throw new ObjectInUseException(kind, name, users);
              }
              PendingChange change = new PendingChange(kind, name, before.body(), null);
              return new Saved(Change.DELETED, save.commit(edit, List.of(change)), before);
            }));
  }

  private ObjectKind<?> kind(String kind) {
    return catalogue
        .kind(kind)
        .orElseThrow(() -> new NotFoundException("There is no kind of object " + kind + "."));
  }

  private static StoredObject existing(Look look, String kind, String name) {
    StoredObject found = look.objects().find(kind, name);
    if (found == null) {
      throw new NotFoundException("There is no " + kind + " " + name + ".");
    }
    return found;
  }

  private static void expect(Edit edit, String kind, String name, @Nullable StoredObject before) {
    edit.expect(kind, name, before == null ? 0 : before.revision());
  }

  private static void refuse(String kind, String name, List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw InvalidConfigurationException.of(kind, name, problems);
    }
  }
}
