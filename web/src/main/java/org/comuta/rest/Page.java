package org.comuta.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.comuta.listing.Selection;

/** How every list answers: {@code items}, {@code total}, {@code page}, {@code size}. */
final class Page {
  private Page() {}

  /** A page that was read as such. */
  static JsonObject of(List<? extends JsonValue> items, long total, ListQuery query) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    items.forEach(array::add);
    return Json.createObjectBuilder()
        .add("items", array)
        .add("total", total)
        .add("page", query.page())
        .add("size", query.size())
        .build();
  }

  /** The page of a list that was read whole, after its filters and in the order asked for. */
  static JsonObject selected(List<JsonObject> all, ListQuery query) {
    Map<String, String> conditions = query.conditions();
    List<JsonObject> found =
        all.stream().filter(object -> FieldFilter.matches(object, conditions)).toList();
    return cut(new Selection(Map.of(), query.order()).of(found, SortFields::value), query);
  }

  /** The page of a list that was read whole. */
  static JsonObject cut(List<? extends JsonValue> all, ListQuery query) {
    return of(query.cut(all), all.size(), query);
  }
}
