package org.comuta.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberRewriteTest {
  @ParameterizedTest(name = "{0} makes {1} into {2}")
  @CsvSource({
    // the whole number becomes the replacement
    "/(.{10})/021$1/, 4832111234, 0214832111234",
    "/(.{10})/021$1/, 483211123499, 0214832111234",
    "/^10385555([0-9]{8})$/$1/, 1038555512345678, 12345678",
    "/^48([0-9]{8})$/$1/, 4832111234, 32111234",
    "/321/9/, 4832111234, 9",
    "/4(8)(3)/$2$1$2/, 4832, 383",
    // no match leaves it as it was
    "/^48([0-9]{8})$/$1/, 4932111234, 4932111234",
    // $0 is what matched, not the whole number
    "/^483/$0/, 4832, 483",
    "/^(.)(.)/$12/, 77, 72",
    // escapes
    "/^1/a\\/b/, 12, a/b",
    "/a\\/b/c/, xa/b, c",
    "/^1/\\$1/, 12, $1",
    "/^1/\\\\/, 12, \\",
    "/^1/+55/, 12, +55",
    // a group without part in the match is empty
    "/^1(2)?/9$1/, 13, 9",
    "/^1//, 12, ''",
  })
  void aRewriteReplacesTheWholeNumber(String rewrite, String number, String result)
      throws Exception {
    assertThat(NumberRewrite.parse(rewrite).apply(number)).isEqualTo(result);
  }

  @Test
  void theLongestMatchCounts() throws Exception {
    assertThat(NumberRewrite.parse("/^(4|48)/<$1>/").apply("4832")).isEqualTo("<48>");
  }

  @Test
  void anEmptyRewriteChangesNothing() throws Exception {
    assertThat(NumberRewrite.parse("").apply("123")).isEqualTo("123");
  }

  @ParameterizedTest(name = "{0} is wrong at position {1}")
  @CsvSource({
    "123, 1",
    "/, 1",
    "/123, 4",
    "/1/2, 4",
    "/1/2/3, 6",
    "/1/2/3/, 6",
    "//2/, 2",
    "/1/$1/, 4",
    "/(1)/$2/, 6",
    "/1/$x/, 4",
    "/1/$/, 4",
    "/1/\\1/, 4",
    "/(1/2/, 2",
    "/1(/2/, 3",
  })
  void aRewriteThatCannotBeReadSaysWhere(String rewrite, int position) {
    assertThatThrownBy(() -> NumberRewrite.parse(rewrite))
        .isInstanceOfSatisfying(
            InvalidPatternException.class, e -> assertThat(e.position()).isEqualTo(position));
  }
}
