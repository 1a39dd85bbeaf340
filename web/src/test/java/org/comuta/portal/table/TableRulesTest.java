package org.comuta.portal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.comuta.listing.Condition;
import org.comuta.listing.Order;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableRulesTest {
  private static final Words WORDS = new Words(Locale.ENGLISH, ZoneOffset.UTC);
  private static final TableRules<String> RULES =
      new TableRules<>(
          List.of(
              column("name", Filter.TEXT),
              column("port", Filter.NUMBER),
              column("page", Filter.TEXT),
              column("secret", Filter.NONE).unsorted()),
          List.of("name", "port", "gone"),
          new Order("name", false));

  private static Column<String> column(String id, Filter filter) {
    return new Column<>(WORDS, id, id, filter, text -> text);
  }

  private static TableState read(String query) {
    return RULES.read(TableAddress.read(query));
  }

  @Test
  void whoChoseNothingSeesTheStandardTable() {
    assertThat(read(""))
        .isEqualTo(RULES.standard())
        .isEqualTo(new TableState(List.of("name", "port"), 25, 0, Map.of(), ""));
    assertThat(RULES.words(RULES.standard())).isEmpty();
    assertThat(RULES.order(RULES.standard())).isEqualTo(new Order("name", false));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name=a+b%26c                 | name=a+b%26c
          name=++                      | ''
          unknown=1                    | ''
          secret=1                     | ''
          sort=port                    | sort=port
          sort=-port                   | sort=-port
          sort=secret                  | ''
          sort=nothing                 | ''
          sort=-                       | ''
          size=50                      | size=50
          size=51                      | ''
          size=99999999999             | ''
          size=25                      | ''
          columns=port,name            | columns=port,name
          columns=port,port,nothing    | columns=port
          columns=nothing              | ''
          columns=name,port            | ''
          page=7                       | ''
          field.page=x                 | field.page=x
          port=%3E5&name=x&sort=name   | name=x&port=%3E5&sort=name
          name=%zz&port=1              | port=1
          name=a&name=b                | name=a
          """)
  void whatWasLeftIsRememberedAndWhatIsNotKnownIsNot(String query, String remembered) {
    assertThat(TableAddress.write(RULES.words(read(query)))).isEqualTo(remembered);
  }

  @Property
  void whatIsWrittenIsReadAgain(@ForAll String name, @ForAll String port) {
    TableState state =
        RULES.standard().withFilter("name", TableRules.bounded(name)).withFilter("port", port);
    Map<String, String> words = TableAddress.read(TableAddress.write(RULES.rowWords(state)));
    assertThat(RULES.rowWords(RULES.readRows(words, RULES.standard())).keySet())
        .isEqualTo(RULES.rowWords(state).keySet());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'', false",
    "language=en, false",
    "columns=name, false",
    "size=50, false",
    "name=a, true",
    "sort=name, true",
    "page=2, true",
    "field.page=1, true",
  })
  void anAddressThatSaysRowsGoesBeforeWhatWasRemembered(String query, boolean asks) {
    assertThat(RULES.asksForRows(TableAddress.read(query))).isEqualTo(asks);
  }

  @Test
  void anAddressKeepsColumnsAndSizeOfWhoOpensIt() {
    TableState mine = read("columns=port&size=100&name=mine&sort=port");
    TableState opened = RULES.readRows(TableAddress.read("name=theirs&page=3"), mine);
    assertThat(opened)
        .isEqualTo(new TableState(List.of("port"), 100, 3, Map.of("name", "theirs"), ""));
  }

  @ParameterizedTest(name = "after {0}: {1}")
  @CsvSource({"'', port", "port, -port", "-port, ''", "name, port"})
  void aColumnSortsUpThenDownThenNot(String before, String after) {
    assertThat(RULES.standard().withSort(before).sortedBy("port").sort()).isEqualTo(after);
  }

  @ParameterizedTest(name = "{0} rows at page {1}, then {2} rows: page {3}")
  @CsvSource({"25, 4, 100, 1", "100, 1, 25, 4", "25, 0, 500, 0"})
  void anotherSizeShowsTheSameFirstRow(int size, int page, int other, int then) {
    TableState state = RULES.standard().withSize(size).withPage(page);
    assertThat(state.withSize(other).page()).isEqualTo(then);
  }

  @ParameterizedTest
  @CsvSource({"name, a, 0", "name, '', 0"})
  void aFilterBeginsAtTheFirstPage(String column, String typed, int page) {
    assertThat(RULES.standard().withPage(5).withFilter(column, typed).page()).isEqualTo(page);
  }

  @ParameterizedTest(name = "port={0}: {1}")
  @CsvSource({"abc, port", ">5,", "'',"})
  void aFilterThatCannotBeReadHoldsForAllAndIsTold(String typed, @Nullable String illegible) {
    TableState state = RULES.standard().withFilter("port", typed);
    assertThat(String.join(",", RULES.illegible(state, ZoneOffset.UTC)))
        .isEqualTo(illegible == null ? "" : illegible);
    Map<String, Condition> conditions =
        RULES.selection(state, ZoneOffset.UTC, Instant.EPOCH).conditions();
    assertThat(conditions.containsKey("port")).isEqualTo(typed.equals(">5"));
  }

  @Test
  void allColumnsBeginWithThoseThatAreShown() {
    assertThat(RULES.all(read("columns=port")))
        .extracting(Column::getId)
        .containsExactly("port", "name", "page", "secret");
  }
}
