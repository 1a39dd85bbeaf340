package org.comuta.listing;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What somebody looks for: words, all of which must be found. Upper and lower case, and letters
 * with and without accents, are the same. Immutable.
 */
public record SearchText(List<String> words) {
  /** Longer than this nobody means it. */
  public static final int LONGEST = 200;

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int MOST_WORDS = 8;

  /** The words of a text. */
  public static SearchText of(String typed) {
    String bounded = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    return new SearchText(
        Arrays.stream(BLANKS.split(plain(bounded)))
            .filter(word -> !word.isEmpty())
            .distinct()
            .limit(MOST_WORDS)
            .toList());
  }

  /** A text as it is compared. */
  public static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return isAscii(lower)
        ? lower
        : ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(character -> character < 0x80);
  }

  /** Whether nothing is looked for. */
  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** Whether all words are in a text that is {@link #plain}. */
  public boolean isIn(String plain) {
    return words.stream().allMatch(plain::contains);
  }

  /**
   * How well a name fits: 0 when it is what is looked for, 1 when it begins so, 2 when a word of it
   * does, 3 when it is in it, 4 when only something else of the same thing fits.
   */
  public int rank(String plainName) {
    String phrase = String.join(" ", words);
    if (plainName.equals(phrase)) {
      return 0;
    }
    if (plainName.startsWith(phrase)) {
      return 1;
    }
    return isIn(plainName) ? (beginsAWord(plainName) ? 2 : 3) : 4;
  }

  private boolean beginsAWord(String plainName) {
    return words.stream()
        .allMatch(
            word -> {
              int at = plainName.indexOf(word);
              return at == 0 || (at > 0 && !Character.isLetterOrDigit(plainName.charAt(at - 1)));
            });
  }
}
