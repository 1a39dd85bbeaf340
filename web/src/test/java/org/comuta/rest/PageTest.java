package org.comuta.rest;

import static org.assertj.core.api.Assertions.assertThat;

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
}
