package org.comuta.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineParserTest {
  private static CompletingParsedLine parse(String line, int cursor) {
    return (CompletingParsedLine) new LineParser().parse(line, cursor, ParseContext.COMPLETE);
  }

  @ParameterizedTest(name = "{0}: word {1} is {2}, the cursor behind {3} of it")
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "|               #0#``     #0",
        "sh|             #0#sh     #2",
        "sh|ow naps      #0#show   #2",
        "show |          #1#``     #0",
        "show na|        #1#na     #2",
        "show | naps     #1#``     #0",
        "show \"a b|     #1#a b    #3",
        "show \"a b|\" c #1#a b    #3",
      })
  void theWordAtTheCursorIsKnown(String line, int index, String word, int cursor) {
    String typed = line.strip();
    int at = typed.indexOf('|');
    CompletingParsedLine parsed = parse(typed.replace("|", ""), at);
    assertThat(parsed.wordIndex()).isEqualTo(index);
    assertThat(parsed.word()).isEqualTo(word == null ? "" : word);
    assertThat(parsed.wordCursor()).isEqualTo(cursor);
  }

  @Property
  void anyLineCanBeCompleted(@ForAll String line, @ForAll @IntRange(max = 40) int place) {
    int cursor = Math.min(place, line.length());
    CompletingParsedLine parsed = parse(line, cursor);
    assertThat(parsed.word()).isEqualTo(parsed.words().get(parsed.wordIndex()));
    assertThat(parsed.wordCursor()).isBetween(0, parsed.word().length());
    assertThat(parsed.rawWordCursor()).isBetween(0, parsed.rawWordLength());
    assertThat(parsed.rawWordCursor()).isLessThanOrEqualTo(cursor);
  }
}
