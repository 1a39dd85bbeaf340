package org.comuta.portal.history;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextChangeTest {
  @ParameterizedTest(name = "{0} became {1}")
  @CsvSource(
      emptyValue = "",
      value = {
        "'', '', '', '', '', ''",
        "same, same, same, '', '', ''",
        "'', new, '', '', new, ''",
        "old, '', '', old, '', ''",
        "aXc, aYYc, a, X, YY, c",
        "aa, aaa, aa, '', a, ''",
        "abab, ab, ab, ab, '', ''",
        "😀, 😁, '', 😀, 😁, ''",
      })
  void onlyWhatDiffersIsMarked(
      String before, String after, String prefix, String removed, String added, String suffix) {
    assertThat(TextChange.between(before, after))
        .isEqualTo(new TextChange(prefix, removed, added, suffix));
  }

  @Property(tries = 500)
  void bothTextsCanBePutTogetherAgain(@ForAll String before, @ForAll String after) {
    TextChange change = TextChange.between(before, after);

    assertThat(change.prefix() + change.removed() + change.suffix()).isEqualTo(before);
    assertThat(change.prefix() + change.added() + change.suffix()).isEqualTo(after);
  }
}
