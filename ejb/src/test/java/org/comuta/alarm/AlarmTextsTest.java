package org.comuta.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmTextsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({"pt-BR, Crítico", "en, Critical", "es-AR, Crítica", "de, Critical"})
  void everyConditionHasANameAndSaysWhatToDo(String tag, String critical) {
    AlarmTexts texts = AlarmTexts.in(Locale.forLanguageTag(tag));
    assertThat(texts.name(Severity.CRITICAL)).isEqualTo(critical);
    for (Severity severity : Severity.values()) {
      assertThat(texts.name(severity)).isNotBlank();
    }
    for (Condition condition : Condition.values()) {
      assertThat(texts.name(condition)).isNotBlank().hasSizeLessThan(45).doesNotEndWith(".");
      assertThat(texts.help(condition)).hasSizeGreaterThan(40).endsWith(".");
    }
    assertThat(Condition.values())
        .extracting(texts::name)
        .as("names tell conditions from each other")
        .doesNotHaveDuplicates();
  }
}
