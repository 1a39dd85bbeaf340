package org.comuta.cli;

import java.util.List;

/** Takes secrets out of a line before it is remembered. */
public final class Masking {
  private static final String MASK = "********";

  private Masking() {}

  /** The line with a mask in place of the value of every secret field. */
  public static String masked(String line, Session session) {
    List<Words.Word> words = Words.of(line).words();
    StringBuilder masked = new StringBuilder();
    int copied = 0;
    for (Words.Word word : words) {
      int equals = word.text().indexOf('=');
      if (equals > 0 && isSecret(words, word.text().substring(0, equals), session)) {
        masked.append(line, copied, word.begin());
        masked.append(Words.quoted(word.text().substring(0, equals + 1) + MASK));
        copied = word.end();
      }
    }
    return masked.append(line, copied, line.length()).toString();
  }

  private static boolean isSecret(List<Words.Word> words, String field, Session session) {
    return SubjectField.isSecretWord(field)
        || (words.size() > 1
            && session
                .vocabulary()
                .find(words.get(1).text())
                .flatMap(subject -> subject.field(field))
                .filter(SubjectField::secret)
                .isPresent());
  }
}
