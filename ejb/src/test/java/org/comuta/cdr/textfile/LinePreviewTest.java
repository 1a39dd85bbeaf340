package org.comuta.cdr.textfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LinePreviewTest {
  @Test
  void aCallHasOneLineAndEachAttemptOne() throws InvalidRecordLineException {
    String format = "${startedAt:HH:mm};${route};${destinationCause}";
    ZoneId zone = ZoneId.of("America/Sao_Paulo");

    assertThat(LinePreview.lines(format, zone, CdrFileStyle.CALL))
        .containsExactly("12:30;mobile-2;16");
    assertThat(LinePreview.lines(format, zone, CdrFileStyle.ATTEMPT))
        .containsExactly("12:30;mobile-1;41", "12:30;mobile-2;16");
  }

  @Test
  void everyFieldCanBePreviewed() throws InvalidRecordLineException {
    String all =
        RecordLine.fields().stream().map(word -> "${" + word + "}").collect(Collectors.joining());

    assertThat(LinePreview.lines(all, ZoneOffset.UTC, CdrFileStyle.CALL))
        .singleElement()
        .asString()
        .contains("011987654321", "5511987654321", "carrier-2");
  }

  @Test
  void aFormatThatCannotBeUsedIsRefused() {
    assertThatExceptionOfType(InvalidRecordLineException.class)
        .isThrownBy(() -> LinePreview.lines("${nothing}", ZoneOffset.UTC, CdrFileStyle.CALL));
  }
}
