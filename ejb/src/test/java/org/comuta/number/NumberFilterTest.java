package org.comuta.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFilterTest {
  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '~',
      value = {
        "^[0-9]{10}$ 4832111234 true",
        "^[0-9]{10}$ 48321112345 false",
        "^10385555[0-9]{8}$ 1038555512345678 true",
        "^48[0-9]{8}$ 4812345678 true",
        "^48[0-9]{8}$ 0481234567 false",
        // unanchored
        "321 4832111234 true",
        "321$ 4832111234 false",
        // alternatives, groups, classes
        "^(48|47)3 4732111234 true",
        "^48|99$ 1199 true",
        "^48|99$ 1148 false",
        "[[:digit:]]{3} 12a34 false",
        "^[^0-9] alice true",
        "^[]a]+$ a]a true",
        "^[a-]+$ a-a true",
        "^[\\+]+$ \\+ true",
        "^\\+55 +5548 true",
        "^\\d{3}$ 123 true",
        "^.$ # true",
        "^a{2,}$ a false",
        "^a{2,}$ aaaa true",
        "^a{2,3}$ aaaa false",
        "^a{0}b$ b true",
        "a]}b a]}b true",
      })
  void aFilterAccepts(String filter, String number, boolean accepted) throws Exception {
    assertThat(NumberFilter.parse(filter).accepts(number)).isEqualTo(accepted);
  }

  @Test
  void anEmptyFilterAcceptsEveryNumberAndNone() throws Exception {
    assertThat(NumberFilter.parse("").accepts("123")).isTrue();
    assertThat(NumberFilter.parse("").accepts("")).isTrue();
  }

  @ParameterizedTest(name = "{0} is wrong at position {1}")
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '~',
      value = {
        "( 1",
        "12(34 3",
        "12)34 3",
        "() 1",
        "a| 2",
        "|a 1",
        "(a||b) 3",
        "*1 1",
        "^*1 2",
        "1+* 3",
        "1*? 3",
        "1{2}{3} 5",
        "{3} 1",
        "1{a} 2",
        "1{3 2",
        "1{3,2} 2",
        "1{256} 5",
        "(1{200}){200} 9",
        "[0-9 1",
        "[9-0] 2",
        "[[:number:]] 2",
        "[[.a.]] 2",
        "[\\d] 2",
        "12\\ 3",
        "1\\1 2",
        "\\q 1",
        "(?:1) 2",
      })
  void aFilterThatCannotBeReadSaysWhere(String filter, int position) {
    assertThatThrownBy(() -> NumberFilter.parse(filter))
        .isInstanceOfSatisfying(
            InvalidPatternException.class,
            e -> {
              assertThat(e.position()).isEqualTo(position);
              assertThat(e).hasMessageEndingWith("(position " + position + ")");
            });
  }

  @ParameterizedTest(name = "every number {0} accepts begins with {1}")
  @CsvSource({
    "^48[0-9]{8}$, 48",
    "^4832, 4832",
    "^\\+55, +55",
    "^48?, 4",
    "^48*, 4",
    "^48+, 4",
    "^4{2}, ''",
    "48, ''",
    "^48|^49, ''",
    "(^48), ''",
    "^4(8|9), 4",
    "^.48, ''",
  })
  void thePrefixOfAFilterIsKnown(String filter, String prefix) throws Exception {
    assertThat(NumberFilter.parse(filter).prefix()).isEqualTo(prefix);
  }

  @Test
  void anOpenGroupIsCalledSo() {
    for (String filter : new String[] {"(", "^48(", "(48", "((48)"}) {
      assertThatThrownBy(() -> NumberFilter.parse(filter))
          .hasMessageContaining("'(' is not closed");
    }
  }

  @Test
  void aLongNumberTakesLinearTime() throws Exception {
    NumberFilter filter = NumberFilter.parse("^(1+)+$");
    String number = "1".repeat(100_000) + "x";

    assertThat(filter.accepts(number)).isFalse();
  }

  @Test
  void aFilterOfMoreThan255CharactersIsRefused() {
    assertThatThrownBy(() -> NumberFilter.parse("1".repeat(256)))
        .isInstanceOf(InvalidPatternException.class)
        .hasMessageContaining("255");
  }
}
