package org.comuta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {
  private static final List<String> HEAD = List.of("name", "domain", "port");
  private static final List<List<String>> ROWS =
      List.of(
          List.of("carrier", "192.0.2.10", "5060"),
          List.of("a-very-long-name-of-an-office", "pbx.example.com", ""));

  @Test
  void columnsBeginOneBelowTheOther() {
    assertThat(Table.lines(HEAD, ROWS, 0))
        .containsExactly(
            "name                           domain           port",
            "carrier                        192.0.2.10       5060",
            "a-very-long-name-of-an-office  pbx.example.com");
  }

  @Test
  void theWidestColumnGivesWay() {
    assertThat(Table.lines(HEAD, ROWS, 40))
        .containsExactly(
            "name               domain           port",
            "carrier            192.0.2.10       5060",
            "a-very-long-name…  pbx.example.com");
  }

  @ParameterizedTest(name = "{0} columns of the terminal have room for {1} of the table")
  @CsvSource({"0, 1", "10, 1", "30, 1", "33, 2", "39, 3", "200, 3"})
  void asManyColumnsAsFitAreShown(int width, int fitting) {
    assertThat(Table.fitting(HEAD, ROWS, width)).isEqualTo(fitting);
  }

  @ParameterizedTest(name = "{0} is {1} wide")
  @CsvSource({"abc, 3", "ação, 4", "電話, 4", "'', 0"})
  void widthIsThatOfTheTerminal(String text, int width) {
    assertThat(Table.width(text)).isEqualTo(width);
  }
}
