package org.comuta.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldFilterTest {
  private static final JsonObject OBJECT =
      JsonBody.parse(
          "{\"text\":\"abc\",\"number\":5060,\"truth\":true,\"nothing\":null,\"list\":[27,34]}"
              .getBytes(StandardCharsets.UTF_8));

  @ParameterizedTest(name = "{0}={1} matches: {2}")
  @CsvSource({
    "text, abc, true",
    "text, ab, false",
    "number, 5060, true",
    "number, 506, false",
    "truth, true, true",
    "truth, false, false",
    "nothing, '', true",
    "nothing, null, false",
    "list, 34, true",
    "list, 35, false",
    "absent, '', true",
    "absent, x, false",
  })
  void comparesTheWholeValue(String field, String wanted, boolean matches) {
    assertThat(FieldFilter.matches(OBJECT, Map.of(field, wanted))).isEqualTo(matches);
  }

  @Test
  void allFiltersMustHold() {
    assertThat(FieldFilter.matches(OBJECT, Map.of("text", "abc", "number", "5060"))).isTrue();
    assertThat(FieldFilter.matches(OBJECT, Map.of("text", "abc", "number", "1"))).isFalse();
  }
}
