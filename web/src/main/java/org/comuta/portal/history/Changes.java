package org.comuta.portal.history;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comuta.configuration.Change;
import org.comuta.configuration.FieldDiff;
import org.comuta.configuration.ObjectDiff;
import org.comuta.description.Catalogue;
import org.comuta.description.FieldDescription;
import org.comuta.description.ObjectDescription;
import org.comuta.portal.FieldText;
import org.jspecify.annotations.Nullable;

/** Tells differences in the words of one language. Immutable; any thread. */
public final class Changes {
  private final Catalogue catalogue;
  private final Locale locale;

  public Changes(Catalogue catalogue, Locale locale) {
    this.catalogue = catalogue;
    this.locale = locale;
  }

  /** Several of them. */
  public List<ChangedObject> of(List<ObjectDiff> differences) {
    return differences.stream().map(this::of).toList();
  }

  /** What became of one object; of a kind that is none of the configuration, by its words. */
  public ChangedObject of(ObjectDiff difference) {
    Optional<ObjectDescription<?>> known =
        catalogue.kind(difference.kind()).map(kind -> kind.description());
    List<ChangedField> fields = new ArrayList<>();
    int untold = 0;
    for (FieldDiff field : difference.fields()) {
      Optional<FieldDescription> description = known.flatMap(one -> one.field(field.field()));
      if (description.isPresent() && isDefault(difference.change(), field, description.get())) {
        untold++;
      } else if (!field.field().equals("name")) {
        fields.add(told(known, description, field));
      }
    }
    String label = known.map(one -> one.label(locale)).orElse(difference.kind());
    return new ChangedObject(
        difference.kind(),
        label,
        difference.name(),
        difference.change(),
        fields,
        untold,
        known.isPresent(),
        List.of());
  }

  /** What came or went with its default tells nothing. */
  private static boolean isDefault(Change change, FieldDiff field, FieldDescription description) {
    return switch (change) {
      case CREATED -> description.defaultValue().equals(field.after());
      case DELETED -> description.defaultValue().equals(field.before());
      case UPDATED, UNCHANGED -> false;
    };
  }

  private ChangedField told(
      Optional<ObjectDescription<?>> known,
      Optional<FieldDescription> description,
      FieldDiff field) {
    if (known.isEmpty() || description.isEmpty()) {
      return new ChangedField(
          field.field(),
          field.field(),
          TextChange.between(plain(field.before()), plain(field.after())));
    }
    FieldText texts = new FieldText(known.get(), locale);
    String before = field.before() == null ? "" : texts.of(description.get(), field.before());
    String after = field.after() == null ? "" : texts.of(description.get(), field.after());
    return new ChangedField(
        known.get().label(description.get(), locale),
        field.field(),
        TextChange.between(before, after));
  }

  private static String plain(@Nullable JsonValue value) {
    return switch (value) {
      case null -> "";
      case JsonString text -> text.getString();
      default -> JsonValue.NULL.equals(value) ? "" : value.toString();
    };
  }
}
