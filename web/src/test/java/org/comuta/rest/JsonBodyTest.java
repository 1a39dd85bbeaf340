package org.comuta.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBodyTest {
  private static JsonObject parse(String text) {
    return JsonBody.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anObjectIsReadAsItStands() {
    JsonObject object =
        parse("{\"name\":\"São\",\"port\":5060,\"on\":true,\"off\":null,\"list\":[1,\"b\",{}]}");
    assertThat(object.getString("name")).isEqualTo("São");
    assertThat(object.getInt("port")).isEqualTo(5060);
    assertThat(object.getBoolean("on")).isTrue();
    assertThat(object.isNull("off")).isTrue();
    assertThat(object.getJsonArray("list")).hasSize(3);
  }

  @ParameterizedTest(name = "{0} is refused: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | The body",
        "[] | it is not an object",
        "{\"a\":} | line 1, column 6",
        "{\"a\":1,\"a\":2} | the name is there twice",
        "{\"a\":{\"b\":1,\"b\":2}} | the name is there twice",
        "{\"a\":1} {} | The body",
        "{\"a\":1 | The body",
        "{\"a\":\"\\u0000\"} | a text has a NUL in it",
        "{a:1} | line 1, column",
        "{\"a\":1e400000000} | a number is too long or has an exponent",
        "{\"a\":111111111111111111111111111111111} | a number is too long or has an exponent",
      })
  void whatIsNotOneSoundObjectIsRefusedWithItsPosition(String text, String why) {
    assertThatExceptionOfType(ApiProblem.class)
        .isThrownBy(() -> parse(text))
        .satisfies(
            problem -> {
              assertThat(problem.getResponse().getStatus()).isEqualTo(400);
              assertThat(problem.getMessage()).contains(why);
            });
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThatExceptionOfType(ApiProblem.class)
        .isThrownBy(() -> parse(deep))
        .withMessageContaining("nested deeper than 16");
  }

  @Property
  void whateverComesIsAnObjectOrAProblem(@ForAll byte[] octets) {
    try {
      assertThat(JsonBody.parse(octets)).isNotNull();
    } catch (ApiProblem problem) {
      assertThat(problem.getResponse().getStatus()).isEqualTo(400);
    }
  }
}
