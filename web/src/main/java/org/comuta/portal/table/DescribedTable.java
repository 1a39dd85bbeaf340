package org.comuta.portal.table;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.function.Predicate;
import org.comuta.configuration.StoredObject;
import org.comuta.description.FieldDescription;
import org.comuta.description.FieldType;
import org.comuta.description.ObjectDescription;
import org.comuta.listing.Order;
import org.comuta.listing.Selection;
import org.comuta.portal.FieldText;
import org.comuta.portal.form.FormAddress;
import org.jspecify.annotations.Nullable;

/** Described objects of one kind: a column for each field of the description. */
abstract class DescribedTable implements TableDefinition<StoredObject> {
  private static final int STANDARD_COLUMNS = 7;
  private static final String NAME = "name";

  private final ObjectDescription<?> description;

  DescribedTable(ObjectDescription<?> description) {
    this.description = description;
  }

  @Override
  public String id() {
    return description.path();
  }

  @Override
  public boolean personal() {
    return false;
  }

  @Override
  public List<Column<StoredObject>> columns(Words words) {
    return description.fields().stream().map(field -> column(field, words)).toList();
  }

  private Column<StoredObject> column(FieldDescription field, Words words) {
    FieldText texts = new FieldText(description, words.locale());
    Column<StoredObject> column =
        new Column<StoredObject>(
                words,
                field.name(),
                description.label(field, words.locale()),
                filter(field),
                object -> plain(field, texts, value(field, object)))
            .help(description.help(field, words.locale()))
            .shownAs(object -> texts.of(field, value(field, object)))
            .choices(choices(field, words));
    if (field.list() || field.secret()) {
      column.unsorted();
    }
    return switch (field.type()) {
      case BOOLEAN ->
          column
              .width(Column.Width.NARROW)
              .styled(object -> value(field, object).equals(JsonValue.TRUE) ? "yes" : "no");
      case TEXT ->
          field.name().equals(NAME)
              ? column
                  .styled(object -> "strong")
                  .linked(object -> FormAddress.edit(object.kind(), object.name()))
              : column.linked(object -> referenced(field, value(field, object)));
      case NUMBER, CHOICE -> column;
    };
  }

  /** Where the object is that a field names. */
  private static String referenced(FieldDescription field, JsonValue value) {
    return field.isReference() && value instanceof JsonString name && !name.getString().isEmpty()
        ? FormAddress.edit(field.references(), name.getString())
        : "";
  }

  private static Filter filter(FieldDescription field) {
    if (field.secret()) {
      return Filter.NONE;
    }
    return switch (field.type()) {
      case TEXT -> Filter.TEXT;
      case NUMBER -> Filter.NUMBER;
      case BOOLEAN, CHOICE -> Filter.CHOICE;
    };
  }

  private List<Choice> choices(FieldDescription field, Words words) {
    return switch (field.type()) {
      case BOOLEAN -> words.truths();
      case CHOICE ->
          field.choices().stream()
              .map(word -> new Choice(word, label(field, word, words)))
              .toList();
      case TEXT, NUMBER -> List.of();
    };
  }

  private String label(FieldDescription field, String word, Words words) {
    String label = description.label(field, word, words.locale());
    return label.isEmpty() ? word : label;
  }

  private static JsonValue value(FieldDescription field, StoredObject object) {
    return object.body().getOrDefault(field.name(), JsonValue.NULL);
  }

  private static @Nullable Object plain(FieldDescription field, FieldText texts, JsonValue value) {
    return switch (value) {
      case JsonNumber number -> number.longValue();
      case JsonString text when field.type() != FieldType.CHOICE -> text.getString();
      case JsonString choice -> choice.getString().isEmpty() ? null : texts.of(field, choice);
      case JsonArray list -> list.isEmpty() ? null : texts.of(field, list);
      default ->
          switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            case ARRAY, OBJECT, STRING, NUMBER, NULL -> null;
          };
    };
  }

  @Override
  public List<String> standardColumns() {
    return description.fields().stream()
        .filter(field -> !field.secret() && !field.expert())
        .map(FieldDescription::name)
        .limit(STANDARD_COLUMNS)
        .toList();
  }

  @Override
  public @Nullable Order standardOrder() {
    return null;
  }

  @Override
  public String key(StoredObject object) {
    return object.name();
  }

  @Override
  public void forEach(Selection selection, int most, Predicate<StoredObject> each) {
    for (var row : find(selection, 0, most).rows()) {
      if (!each.test(row)) {
        return;
      }
    }
  }
}
