package org.comuta.configuration;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.comuta.description.FieldDescription;
import org.comuta.description.FieldType;
import org.comuta.description.ObjectDescription;
import org.comuta.description.ObjectKind;
import org.comuta.listing.SearchText;

/**
 * What is written in the objects of one revision, ready to be searched: names and every value that
 * is not as by default, but no secrets. Immutable; any thread.
 */
final class ObjectIndex {
  private record Written(String field, String value, String plain) {}

  private record Entry(String kind, String name, String plainName, List<Written> fields) {}

  private final List<Entry> entries;

  private ObjectIndex(List<Entry> entries) {
    this.entries = entries;
  }

  static ObjectIndex of(Iterable<ObjectKind<?>> kinds, SavedObjects objects) {
    List<Entry> entries = new ArrayList<>();
    for (ObjectKind<?> kind : kinds) {
      ObjectDescription<?> description = kind.description();
      objects
          .kind(description.kind())
          .forEach(
              (name, object) ->
                  entries.add(
                      new Entry(
                          description.kind(),
                          name,
                          SearchText.plain(name),
                          written(description, object))));
    }
    return new ObjectIndex(List.copyOf(entries));
  }

  private static List<Written> written(ObjectDescription<?> description, SavedObject object) {
    List<Written> written = new ArrayList<>();
    for (FieldDescription field : description.fields()) {
      if (field.secret() || field.type() == FieldType.BOOLEAN || field.name().equals("name")) {
        continue;
      }
      JsonValue value = object.value(field.name());
      String text = value.equals(field.defaultValue()) ? "" : text(value);
      if (!text.isEmpty()) {
        written.add(new Written(field.name(), text, SearchText.plain(text)));
      }
    }
    return List.copyOf(written);
  }

  private static String text(JsonValue value) {
    return switch (value) {
      case JsonString text -> text.getString();
      case JsonNumber number -> number.toString();
      case JsonArray list -> list.stream().map(ObjectIndex::text).collect(Collectors.joining(", "));
      default -> "";
    };
  }

  /** Where all words are, those first whose names fit best. */
  List<FoundObject> find(SearchText wanted, int most) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    return entries.stream()
        .filter(entry -> fits(entry, wanted))
        .map(entry -> found(entry, wanted))
        .sorted(Comparator.comparingInt(FoundObject::rank))
        .limit(most)
        .toList();
  }

  private static boolean fits(Entry entry, SearchText wanted) {
    return wanted.words().stream()
        .allMatch(
            word ->
                entry.plainName().contains(word)
                    || entry.fields().stream().anyMatch(one -> one.plain().contains(word)));
  }

  private static FoundObject found(Entry entry, SearchText wanted) {
    return entry.fields().stream()
        .filter(
            one ->
                wanted.words().stream()
                    .anyMatch(
                        word -> one.plain().contains(word) && !entry.plainName().contains(word)))
        .findFirst()
        .map(one -> found(entry, wanted, one.field(), one.value()))
        .orElseGet(() -> found(entry, wanted, "", ""));
  }

  private static FoundObject found(Entry entry, SearchText wanted, String field, String value) {
    return new FoundObject(
        entry.kind(), entry.name(), field, value, wanted.rank(entry.plainName()));
  }
}
