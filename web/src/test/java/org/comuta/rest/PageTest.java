package org.comuta.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {
  @ParameterizedTest(name = "page {1} of size {2} of {0} items has {4} from {3}")
  @CsvSource({
    "0, 0, 50, -, 0",
    "5, 0, 50, 0, 5",
    "5, 0, 2, 0, 2",
    "5, 1, 2, 2, 2",
    "5, 2, 2, 4, 1",
    "5, 3, 2, -, 0",
    "5, 1000000, 1000, -, 0",
  })
  void holdsItsPartOfTheList(int items, int page, int size, String first, int count) {
    List<JsonValue> all = IntStream.range(0, items).mapToObj(i -> JsonViews.value(i)).toList();
    JsonObject answer = Page.cut(all, new ListQuery(page, size, Map.of()));
    assertThat(answer.getInt("total")).isEqualTo(items);
    assertThat(answer.getInt("page")).isEqualTo(page);
    assertThat(answer.getInt("size")).isEqualTo(size);
    assertThat(answer.getJsonArray("items")).hasSize(count);
    if (count > 0) {
      assertThat(answer.getJsonArray("items").getInt(0)).isEqualTo(Integer.parseInt(first));
    }
  }

  @ParameterizedTest(name = "by {0}: {1}")
  @CsvSource({
    "at, a b c",
    "-at, c b a",
    "number, c a b",
    "-number, b a c",
    "flag, c b a",
    "name, a b c",
    "-name, c b a"
  })
  void anyFieldGivesAnOrder(String sort, String order) {
    List<JsonObject> all =
        List.of(
            item("b", 10, true, "2026-03-01T12:00:00Z"),
            item("a", 9, true, "2026-03-01T11:00:00.5Z"),
            item("c", 1, false, "2026-03-01T12:00:00.001Z"));
    JsonObject answer = Page.selected(all, new ListQuery(0, 50, Map.of("sort", sort)));
    assertThat(answer.getJsonArray("items").getValuesAs(JsonObject.class))
        .extracting(one -> one.getString("name"))
        .containsExactly(order.split(" "));
    JsonObject filtered =
        Page.selected(all, new ListQuery(0, 50, Map.of("sort", sort, "flag", "true")));
    assertThat(filtered.getInt("total")).isEqualTo(2);
  }

  private static JsonObject item(String name, int number, boolean flag, String at) {
    return Json.createObjectBuilder()
        .add("name", name)
        .add("number", number)
        .add("flag", flag)
        .add("at", at)
        .build();
  }
}
