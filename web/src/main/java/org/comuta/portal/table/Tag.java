package org.comuta.portal.table;

/**
 * One of the labels in a cell.
 *
 * @param text as people read it
 * @param style class of the style sheet beside {@code tag}; may be empty
 * @param help what it tells when it is pointed at; empty when nothing
 */
public record Tag(String text, String style, String help) {
  /** A label that tells no more. */
  public static Tag of(String text, String style) {
    return new Tag(text, style, "");
  }

  public String getText() {
    return text;
  }

  /** Its classes of the style sheet. */
  public String getStyleClass() {
    return style.isEmpty() ? "tag" : "tag " + style;
  }

  public String getTitle() {
    return help.isEmpty() ? text : help;
  }
}
