package org.comuta.portal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableRequestTest {
  private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
  private static final Words WORDS = new Words(Locale.ENGLISH, ZONE);
  private static final TableRules<String> RULES =
      new TableRules<>(
          List.of(
              new Column<>(WORDS, "name", "Name", Filter.TEXT, text -> text),
              new Column<>(WORDS, "at", "At", Filter.MOMENT, text -> text),
              new Column<String>(WORDS, "mos", "MOS", Filter.NONE, text -> text).unsorted()),
          List.of("name", "at"),
          null);

  @ParameterizedTest(name = "{0}, then {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                  | filter.name=+a+          | name=a
          name=a&page=3       | filter.name=b            | name=b
          name=a              | filter.name=             | ''
          page=3              | open=row                 | page=3
          ''                  | filter.at=2026-03-01T10:00.. | at=2026-03-01T13:00:00Z..
          ''                  | filter.at=P7D            | at=P7D
          ''                  | filter.mos=5             | ''
          ''                  | filter.nothing=5         | ''
          name=a&page=3       | sort=at                  | name=a&sort=at
          sort=at             | sort=at                  | sort=-at
          sort=-at            | sort=at                  | ''
          ''                  | sort=mos                 | ''
          page=2              | columns=at               | columns=at&page=2
          columns=at          | columns=nothing          | columns=at
          page=4              | size=100                 | size=100&page=1
          ''                  | size=7                   | ''
          ''                  | page=12                  | page=12
          page=2              | page=-1                  | page=2
          name=a&sort=at&size=50&columns=at | unfilter=true | columns=at&size=50&sort=at
          name=a&sort=at&size=50&columns=at | reset=true | ''
          ''                  | filter.name=x&sort=name&page=2 | name=x&sort=name&page=2
          """)
  void whatIsAskedForIsSo(String before, String asked, String after) {
    TableState state = RULES.read(TableAddress.read(before));
    TableState then = TableRequest.after(RULES, state, TableAddress.read(asked), ZONE);
    String page = then.page() == 0 ? "" : "page=" + then.page();
    String rest = TableAddress.write(RULES.words(then));
    assertThat(rest + (rest.isEmpty() || page.isEmpty() ? "" : "&") + page).isEqualTo(after);
  }
}
