package org.comuta.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentServletTest {
  @ParameterizedTest(name = "Accept: {0}, format {1}")
  @CsvSource({
    ", , false",
    "*/*, , false",
    "application/yaml, , false",
    "application/json, , true",
    "'application/json, text/plain;q=0.5', , true",
    "application/yaml, JSON, true",
    "application/json, yaml, false",
  })
  void itIsJsonForWhoAsksForThat(@Nullable String accept, @Nullable String format, boolean json) {
    assertThat(DocumentServlet.isJsonAsked(accept, format)).isEqualTo(json);
  }
}
