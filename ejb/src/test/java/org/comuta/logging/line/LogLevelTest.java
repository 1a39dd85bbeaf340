package org.comuta.logging.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LogLevelTest {
  @ParameterizedTest
  @CsvSource({
    "SEVERE, ERROR, 3",
    "WARNING, WARN, 4",
    "INFO, INFO, 6",
    "CONFIG, DEBUG, 7",
    "FINE, DEBUG, 7",
    "FINER, TRACE, 7",
    "FINEST, TRACE, 7",
  })
  void levelsOfTheServerAndSeveritiesOfSyslog(String level, LogLevel expected, int severity) {
    assertThat(LogLevel.of(Level.parse(level))).isEqualTo(expected);
    assertThat(expected.severity()).isEqualTo(severity);
  }

  @ParameterizedTest
  @EnumSource(LogLevel.class)
  void aLevelIsThatOfItsOwnLevel(LogLevel level) {
    assertThat(LogLevel.of(level.level())).isEqualTo(level);
    assertThat(level.within(level)).isTrue();
  }

  @Test
  void errorsAreWithinEverySetting() {
    assertThat(LogLevel.values()).allMatch(LogLevel.ERROR::within);
    assertThat(LogLevel.TRACE.within(LogLevel.DEBUG)).isFalse();
    assertThat(LogLevel.TRACE.atMost(LogLevel.INFO)).isEqualTo(LogLevel.INFO);
    assertThat(LogLevel.ERROR.atMost(LogLevel.INFO)).isEqualTo(LogLevel.ERROR);
  }
}
