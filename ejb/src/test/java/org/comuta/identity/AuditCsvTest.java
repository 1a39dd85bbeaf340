package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditCsvTest {
  private static String csv(String object) throws IOException {
    AuditEntry entry =
        new AuditEntry(
            7,
            Instant.parse("2026-03-01T12:00:00.250Z"),
            "maria",
            "192.0.2.1",
            AuditAction.USER_SAVE,
            "user",
            object,
            AuditEntry.Outcome.DONE,
            "role: A → B, enabled: true → false");
    StringWriter written = new StringWriter();
    AuditCsv.write(List.of(entry)::forEach, written);
    return written.toString();
  }

  @Test
  void everyEntryIsALineBelowTheHeadings() throws IOException {
    assertThat(csv("joao"))
        .isEqualTo(
            "id,at,user,address,action,kind,object,outcome,detail\r\n"
                + "7,2026-03-01T12:00:00.250Z,maria,192.0.2.1,USER_SAVE,user,joao,DONE,"
                + "\"role: A → B, enabled: true → false\"\r\n");
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "=cmd() | '=cmd()",
        "+1 | '+1",
        "-1 | '-1",
        "@SUM(1) | '@SUM(1)",
        "a=b | a=b",
        "say \"no\" | \"say \"\"no\"\"\"",
        "a,b | \"a,b\"",
        "=a,b | \"'=a,b\"",
      })
  void whatStrangersTypeIsNoFormulaAndEndsNoField(String object, String written)
      throws IOException {
    assertThat(csv(object)).contains(",user," + written + ",DONE,");
  }
}
