package org.comuta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {
  private final Cells cells = new Cells(ZoneId.of("America/Sao_Paulo"));

  private static JsonValue json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "null                             #``",
        "true                             #true",
        "5060                             #5060",
        "\"carrier\"                      #carrier",
        "\"2026-01-31T11:00:00.250Z\"     #2026-01-31 08:00:00",
        "\"2026-01-31T11:00\"             #2026-01-31T11:00",
        "[]                               #``",
        "[\"UDP\",\"TCP\"]                #UDP, TCP",
        "{\"configuration\":\"FULL\",\"monitoring\":null} #configuration=FULL",
      })
  void aValueIsOneLine(String json, String cell) {
    assertThat(cells.text(json(json))).isEqualTo(cell == null ? "" : cell);
  }

  @Test
  void nothingThatStrangersSentSpeaksToTheTerminal() {
    String hostile = "\u001b[2J\u0007\r\n\u202e\u200b\u2028\u009b31mx";
    assertThat(Cells.printable(hostile))
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}]")
        .endsWith("x");
  }
}
