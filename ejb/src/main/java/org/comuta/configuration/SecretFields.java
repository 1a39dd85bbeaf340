package org.comuta.configuration;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comuta.description.Catalogue;
import org.comuta.description.FieldDescription;
import org.comuta.description.Json;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.description.Problem;
import org.comuta.secret.Secret;
import org.comuta.secret.Secrets;
import org.comuta.secret.UnreadableSecretException;
import org.jspecify.annotations.Nullable;

/**
 * The secret fields of objects: sealed in what is stored, masked in what is told, and kept when
 * they are not given again. Any thread.
 */
public final class SecretFields {
  private final Map<String, List<FieldDescription>> byKind = new HashMap<>();
  private final Secrets secrets;

  /** For the kinds of this catalogue. */
  public SecretFields(Catalogue catalogue, Secrets secrets) {
    this.secrets = secrets;
    for (ObjectKind<?> kind : catalogue.kinds()) {
      ObjectDescription<?> description = kind.description();
      byKind.put(
          description.kind(),
          description.fields().stream().filter(FieldDescription::secret).toList());
    }
  }

  private List<FieldDescription> of(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /**
   * A body as it is to be stored, of one somebody gave.
   *
   * @param before the object as it is stored; null when there is none yet
   */
  public JsonObject settled(
      String kind, String name, JsonObject given, @Nullable JsonObject before) {
    List<FieldDescription> fields = of(kind);
    if (fields.isEmpty()) {
      return given;
    }
    JsonObjectBuilder settled = Json.object(given);
    for (FieldDescription field : fields) {
      Secret now = secret(given, field);
      Secret stored = before == null ? Secret.NONE : secret(before, field);
      String place = Secret.place(kind, name, field.name());
      boolean kept = now.isKept() || (now.isPlain() && same(now, stored, place));
      settled.add(field.name(), Json.value((kept ? stored : now.sealed(secrets, place)).stored()));
    }
    return settled.build();
  }

  private boolean same(Secret now, Secret stored, String place) {
    try {
      return now.open(secrets, place).equals(stored.open(secrets, place));
    } catch (UnreadableSecretException lost) {
      return false; // its key is gone, so it is given anew
    }
  }

  /** Secrets that must be there and are neither given nor stored. */
  public List<Problem> missing(String kind, JsonObject settled) {
    List<Problem> problems = new ArrayList<>();
    for (FieldDescription field : of(kind)) {
      if (field.required() && secret(settled, field).isEmpty()) {
        problems.add(new Problem(field.name(), "required", field.name() + " is required."));
      }
    }
    return problems;
  }

  /** The last gate before the tables: nothing goes there that anybody could read. */
  void mustBeSealed(PendingChange change) {
    JsonObject after = change.after();
    for (FieldDescription field : of(change.kind())) {
      if (after != null && (secret(after, field).isPlain() || secret(after, field).isKept())) {
        throw new IllegalStateException(
            "the secret " + field.name() + " of " + change.kind() + " was not settled");
      }
    }
  }

  /** An object with its secrets as they are; one whose key is gone is masked. */
  public StoredObject opened(StoredObject object) {
    JsonObjectBuilder opened = Json.object(object.body());
    for (FieldDescription field : of(object.kind())) {
      String place = Secret.place(object.kind(), object.name(), field.name());
      String text;
      try {
        text = secret(object.body(), field).open(secrets, place);
      } catch (UnreadableSecretException lost) {
        text = Secret.MASK;
      }
      opened.add(field.name(), text);
    }
    return new StoredObject(object.kind(), object.name(), object.revision(), opened.build());
  }

  /** A body as others may see it. */
  public JsonObject masked(String kind, JsonObject body) {
    List<FieldDescription> fields = of(kind);
    if (fields.isEmpty()) {
      return body;
    }
    JsonObjectBuilder masked = Json.object(body);
    fields.stream()
        .filter(field -> body.containsKey(field.name()))
        .forEach(field -> masked.add(field.name(), mask(body.get(field.name()))));
    return masked.build();
  }

  /** An object as others may see it. */
  public StoredObject masked(StoredObject object) {
    return new StoredObject(
        object.kind(), object.name(), object.revision(), masked(object.kind(), object.body()));
  }

  /** The answer to a change as others may see it. */
  public Saved maskedAnswer(Saved saved) {
    return new Saved(saved.change(), saved.revision(), masked(saved.object()));
  }

  /** What differs as others may see it: that a secret changed, not from what to what. */
  public ObjectDiff maskedDifference(ObjectDiff difference) {
    List<String> secret = of(difference.kind()).stream().map(FieldDescription::name).toList();
    if (secret.isEmpty()) {
      return difference;
    }
    List<FieldDiff> fields =
        difference.fields().stream()
            .map(
                field ->
                    secret.contains(field.field())
                        ? new FieldDiff(field.field(), shown(field.before()), shown(field.after()))
                        : field)
            .toList();
    return new ObjectDiff(difference.kind(), difference.name(), difference.change(), fields);
  }

  private static @Nullable JsonValue shown(@Nullable JsonValue value) {
    return value == null ? null : mask(value);
  }

  /** The value as others may see it. */
  static JsonValue mask(@Nullable JsonValue value) {
    boolean empty = !(value instanceof JsonString text) || text.getString().isEmpty();
    return Json.value(empty ? "" : Secret.MASK);
  }

  private static Secret secret(JsonObject body, FieldDescription field) {
    return Secret.of(body.getString(field.name(), ""));
  }
}
