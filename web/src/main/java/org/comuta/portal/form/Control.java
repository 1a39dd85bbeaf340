package org.comuta.portal.form;

import org.comuta.description.FieldDescription;
import org.comuta.description.Syntax;

/** How a field is edited. */
public enum Control {
  TEXT,
  /** A text that may be long, in several rows. */
  LONG_TEXT,
  NUMBER,
  SWITCH,
  CHOICE,
  /** Some of a few words. */
  CHOICES,
  /** Texts, one a line. */
  LINES,
  /** Whole numbers, separated by commas. */
  NUMBERS,
  /** Name of another object. */
  REFERENCE,
  TIME_ZONE,
  /** A text that can be given and not read. */
  SECRET;

  private static final int LONGEST_IN_ONE_ROW = 255;

  /** The control for a field. */
  static Control of(FieldDescription field) {
    return switch (field.type()) {
      case BOOLEAN -> SWITCH;
      case CHOICE -> field.list() ? CHOICES : CHOICE;
      case NUMBER -> field.list() ? NUMBERS : NUMBER;
      case TEXT -> {
        if (field.list()) {
          yield LINES;
        } else if (field.secret()) {
          yield SECRET;
        } else if (field.isReference()) {
          yield REFERENCE;
        } else if (field.syntax() == Syntax.TIME_ZONE) {
          yield TIME_ZONE;
        }
        yield field.maxLength() > LONGEST_IN_ONE_ROW ? LONG_TEXT : TEXT;
      }
    };
  }
}
