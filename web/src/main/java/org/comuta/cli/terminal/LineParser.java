package org.comuta.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.comuta.cli.Words;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line editor where words are, so that it completes the one at the cursor. */
final class LineParser implements Parser {
  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    List<String> words = new ArrayList<>();
    int index = -1;
    int rawBegin = cursor;
    int rawEnd = cursor;
    String typed = "";
    for (Words.Word word : Words.of(line).words()) {
      if (index < 0 && cursor <= word.end()) {
        index = words.size();
        if (cursor < word.begin()) {
          words.add("");
        } else {
          rawBegin = word.begin();
          rawEnd = word.end();
          typed = typed(line.substring(word.begin(), cursor));
        }
      }
      words.add(word.text());
    }
    if (index < 0) {
      index = words.size();
      words.add("");
    }
    return new Line(
        line, cursor, words, index, typed.length(), cursor - rawBegin, rawEnd - rawBegin);
  }

  private static String typed(String raw) {
    List<Words.Word> words = Words.of(raw).words();
    return words.isEmpty() ? "" : words.getFirst().text();
  }

  /** What the editor asks of a line. */
  private record Line(
      String line,
      int cursor,
      List<String> words,
      int wordIndex,
      int wordCursor,
      int rawWordCursor,
      int rawWordLength)
      implements CompletingParsedLine {
    @Override
    public String word() {
      return words.get(wordIndex);
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return Words.quoted(candidate.toString());
    }
  }
}
