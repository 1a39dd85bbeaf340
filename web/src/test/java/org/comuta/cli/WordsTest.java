package org.comuta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "``                                #``",
        "`   `                             #``",
        "show naps                         #show|naps",
        "  show\t naps                     #show|naps",
        "set nap a domain=192.0.2.1        #set|nap|a|domain=192.0.2.1",
        "fullName=\"Maria Silva\"          #fullName=Maria Silva",
        "'a b' \"c d\"                     #a b|c d",
        "a\"b c\"'d e'f                    #ab cd ef",
        // a backslash is itself, but before a quote or a backslash within double quotes
        "calledNumber=^55\\d+$             #calledNumber=^55\\d+$",
        "calledNumber=\"^55\\d+$\"         #calledNumber=^55\\d+$",
        "\"say \\\"yes\\\"\"               #say \"yes\"",
        "\"a\\\\b\" 'a\\\\b'               #a\\b|a\\\\b",
        "'it''s'                           #its",
        "domain=                           #domain=",
        "\"\"                              #<empty>",
        "a \"\" b                          #a|<empty>|b",
      })
  void aLineHasTheseWords(String line, String words) {
    assertThat(Words.of(line).texts())
        .containsExactlyElementsOf(
            words == null || words.isEmpty()
                ? List.of()
                : List.of(words.split("\\|", -1)).stream()
                    .map(word -> word.equals("<empty>") ? "" : word)
                    .toList());
    assertThat(Words.of(line).open()).isEqualTo((char) 0);
  }

  @ParameterizedTest(name = "{0} leaves {1} open")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {"a \"b#\"", "it's#'", "\"a\\\"#\""})
  void anOpenQuoteIsTold(String line, char open) {
    assertThat(Words.of(line).open()).isEqualTo(open);
  }

  @Property
  void whatIsQuotedMeansWhatItWas(@ForAll @Size(max = 12) List<String> words) {
    String line = String.join(" ", words.stream().map(Words::quoted).toList());
    Words read = Words.of(line);
    assertThat(read.texts()).isEqualTo(words);
    assertThat(read.open()).isEqualTo((char) 0);
  }

  @Property
  void anyLineIsReadAndItsWordsStandInIt(@ForAll String line) {
    Words read = Words.of(line);
    int end = 0;
    for (Words.Word word : read.words()) {
      assertThat(word.begin()).isGreaterThanOrEqualTo(end);
      assertThat(word.end()).isGreaterThan(word.begin()).isLessThanOrEqualTo(line.length());
      assertThat(word.text().length()).isLessThanOrEqualTo(word.end() - word.begin());
      end = word.end();
    }
  }
}
