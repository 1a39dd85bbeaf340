package org.comuta.mail;

/**
 * What a mail says.
 *
 * @param subject one line
 * @param text plain, lines end with a line feed
 */
record Mail(String subject, String text) {
  private static final int LONGEST_SUBJECT = 150;

  Mail {
    subject = oneLine(subject, LONGEST_SUBJECT);
  }

  /** Without anything that ends a line or moves a cursor, and no longer than this. */
  static String oneLine(String text, int longest) {
    StringBuilder line = new StringBuilder();
    text.strip()
        .codePoints()
        .limit(longest)
        .map(
            point ->
                switch (Character.getType(point)) {
                  case Character.CONTROL,
                      Character.FORMAT,
                      Character.LINE_SEPARATOR,
                      Character.PARAGRAPH_SEPARATOR,
                      Character.SURROGATE ->
                      ' ';
                  default -> point;
                })
        .forEach(line::appendCodePoint);
    return line.toString();
  }
}
