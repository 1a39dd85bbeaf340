package org.comuta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldValuesTest {
  private static SubjectField field(SubjectField.Type type, boolean list) {
    return SubjectField.plain("field", type, list, List.of());
  }

  @ParameterizedTest(name = "{0}: {1} → {2}")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "TEXT    #5060      #\"5060\"",
        "TEXT    #``        #\"\"",
        "NUMBER  #5060      #5060",
        "NUMBER  #-1        #-1",
        "NUMBER  #abc       #\"abc\"",
        "NUMBER  #1234567890123456789 #\"1234567890123456789\"",
        "NUMBER  #``        #null",
        "BOOLEAN #true      #true",
        "BOOLEAN #false     #false",
        "BOOLEAN #yes       #\"yes\"",
        "BOOLEAN #``        #null",
        "CHOICE  #UDP       #\"UDP\"",
        "CHOICE  #``        #null",
      })
  void aTextBecomesWhatItsFieldIs(SubjectField.Type type, String text, String json) {
    assertThat(FieldValues.value(field(type, false), List.of(text)).toString()).isEqualTo(json);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "``            #[]",
        "a             #[\"a\"]",
        "a,b           #[\"a\",\"b\"]",
        "a, b,         #[\"a\",\"b\"]",
        "^5{1\\,3}$,6  #[\"^5{1,3}$\",\"6\"]",
      })
  void aListHasCommas(String text, String json) {
    assertThat(FieldValues.value(field(SubjectField.Type.TEXT, true), List.of(text)).toString())
        .isEqualTo(json);
  }

  @Test
  void aListGivenTwiceHasAllAndAnythingElseIsRefused() {
    assertThat(
            FieldValues.value(field(SubjectField.Type.NUMBER, true), List.of("27", "34,38"))
                .toString())
        .isEqualTo("[27,34,38]");
    SubjectField single = field(SubjectField.Type.TEXT, false);
    assertThatThrownBy(() -> FieldValues.value(single, List.of("a", "b")))
        .isInstanceOf(CommandException.class);
  }

  @Test
  void otherFieldsStayAndDotsGoInside() {
    JsonObject before =
        Json.createObjectBuilder()
            .add("role", "OPERATOR")
            .add("rights", Json.createObjectBuilder().add("monitoring", "READ"))
            .build();
    Map<String, List<String>> values = Map.of("rights.configuration", List.of("FULL"));
    assertThat(FieldValues.merged(before, Samples.USERS, values).toString())
        .isEqualTo(
            "{\"role\":\"OPERATOR\",\"rights\":{\"monitoring\":\"READ\",\"configuration\":\"FULL\"}}");
  }
}
