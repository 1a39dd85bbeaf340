package org.comuta.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.comuta.configuration.Edit;
import org.comuta.configuration.Editor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditRequestTest {
  private static final Editor ANA = new Editor("ana", "192.0.2.77");

  @Test
  void withoutHeadersNothingIsExpected() {
    assertThat(EditRequest.read(ANA, null, null, null)).isEqualTo(Edit.by(ANA));
    assertThat(EditRequest.read(ANA, "why", null, null)).isEqualTo(Edit.by(ANA).because("why"));
  }

  @ParameterizedTest(name = "If-Match: {0}, If-None-Match: {1} expects revision {2}")
  @CsvSource(
      nullValues = "-",
      value = {"\"7\", -, 7", "\"0\", -, 0", "*, -, -1", "-, *, 0"})
  void headersSayWhatIsExpected(String ifMatch, String ifNoneMatch, long expected) {
    assertThat(EditRequest.read(ANA, null, ifMatch, ifNoneMatch).expectedRevision())
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "If-Match: {0}, If-None-Match: {1} is refused")
  @CsvSource(
      nullValues = "-",
      value = {
        "7, -",
        "W/\"7\", -",
        "'\"7\", \"8\"', -",
        "\"-7\", -",
        "\"9999999999999999999\", -",
        "'', -",
        "-, \"7\"",
        "\"7\", *"
      })
  void whatCannotBeUnderstoodIsRefused(String ifMatch, String ifNoneMatch) {
    assertThatExceptionOfType(ApiProblem.class)
        .isThrownBy(() -> EditRequest.read(ANA, null, ifMatch, ifNoneMatch))
        .satisfies(problem -> assertThat(problem.getResponse().getStatus()).isEqualTo(400));
  }

  @Test
  void aCommentThatDoesNotFitIsRefusedByName() {
    assertThat(EditRequest.read(ANA, "x".repeat(255), null, null).comment()).hasSize(255);
    assertThatExceptionOfType(ApiProblem.class)
        .isThrownBy(() -> EditRequest.read(ANA, "x".repeat(256), null, null))
        .withMessageContaining("comment");
  }
}
