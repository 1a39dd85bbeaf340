package org.comuta.portal.form;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.comuta.configuration.NotFoundException;
import org.comuta.configuration.StoredObject;
import org.comuta.description.FieldDescription;
import org.comuta.description.ObjectDescription;
import org.comuta.portal.FieldText;
import org.jspecify.annotations.Nullable;

/** Compares what a form began with, what stands in it, and what somebody else saved meanwhile. */
final class Comparison {
  private final ObjectDescription<?> description;
  private final FieldText texts;

  Comparison(ObjectDescription<?> description, Locale locale) {
    this.description = description;
    this.texts = new FieldText(description, locale);
  }

  /** What the others did; {@code current} is the revision that changed the object last. */
  Overtaken look(
      FormObjects objects, long current, String name, JsonObject before, JsonObject mine) {
    try {
      StoredObject theirs = objects.get(description.kind(), name);
      FormObjects.Author author = objects.author(description.kind(), name, current);
      return new Overtaken(
          theirs.revision(), author.name(), author.savedAt(), changes(before, theirs.body(), mine));
    } catch (NotFoundException gone) {
      return new Overtaken(0, null, null, List.of());
    }
  }

  /** The fields that the others changed. */
  List<Overtaken.FieldChange> changes(JsonObject before, JsonObject theirs, JsonObject mine) {
    List<Overtaken.FieldChange> changes = new ArrayList<>();
    for (FieldDescription field : description.fields()) {
      JsonValue old = value(field, before);
      JsonValue now = value(field, theirs);
      if (!Objects.equals(old, now)) {
        JsonValue typed = value(field, mine);
        boolean both = !field.secret() && !typed.equals(old) && !typed.equals(now);
        changes.add(
            new Overtaken.FieldChange(
                description.label(field, locale()),
                texts.of(field, old),
                texts.of(field, now),
                texts.of(field, typed),
                both));
      }
    }
    return changes;
  }

  private Locale locale() {
    return texts.locale();
  }

  /** The fields that were changed in the form. */
  List<FieldDescription> mine(JsonObject before, JsonObject mine) {
    return description.fields().stream()
        .filter(
            field ->
                field.secret()
                    ? mine.containsKey(field.name())
                    : !value(field, before).equals(value(field, mine)))
        .toList();
  }

  private static JsonValue value(FieldDescription field, @Nullable JsonObject body) {
    return body == null
        ? field.defaultValue()
        : body.getOrDefault(field.name(), field.defaultValue());
  }
}
