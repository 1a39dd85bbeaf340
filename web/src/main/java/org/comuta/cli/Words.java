package org.comuta.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a line. Blanks separate them. {@code '…'} is taken as it stands; in {@code "…"} a
 * backslash before a quote or a backslash stands for that character, and is itself before any
 * other, as outside of quotes: a pattern such as {@code ^55\d+$} needs none. Quotes may begin
 * within a word: {@code fullName="Maria Silva"}. Immutable.
 *
 * @param open the quote that is not closed; 0 when none is
 */
public record Words(List<Word> words, char open) {
  /**
   * One word.
   *
   * @param text what it means
   * @param begin first character in the line
   * @param end behind its last character in the line
   * @param opening what it opened with: a quote, or 0
   */
  public record Word(String text, int begin, int end, char opening) {}

  /** Reads a line. Never fails: what is open at the end counts up to there. */
  public static Words of(String line) {
    List<Word> words = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    char quote = 0;
    int begin = -1;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote == 0 && isBlank(c)) {
        if (begin >= 0) {
          words.add(word(line, text, begin, i));
          begin = -1;
        }
        continue;
      }
      if (begin < 0) {
        begin = i;
      }
      if (quote == 0 && isQuote(c)) {
        quote = c;
      } else if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == '"' && c == '\\' && escapes(line, i + 1)) {
        i++;
        text.append(line.charAt(i));
      } else {
        text.append(c);
      }
    }
    if (begin >= 0) {
      words.add(word(line, text, begin, line.length()));
    }
    return new Words(List.copyOf(words), quote);
  }

  /** What to type for a word that means this text. */
  public static String quoted(String text) {
    if (!text.isEmpty() && text.chars().noneMatch(c -> isBlank((char) c) || isQuote((char) c))) {
      return text;
    }
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** What the words mean. */
  public List<String> texts() {
    return words.stream().map(Word::text).toList();
  }

  private static Word word(String line, StringBuilder text, int begin, int end) {
    char first = line.charAt(begin);
    Word word = new Word(text.toString(), begin, end, isQuote(first) ? first : 0);
    text.setLength(0);
    return word;
  }

  private static boolean escapes(String line, int at) {
    return at < line.length() && (line.charAt(at) == '"' || line.charAt(at) == '\\');
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
