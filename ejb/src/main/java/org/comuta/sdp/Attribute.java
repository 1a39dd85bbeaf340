package org.comuta.sdp;

import org.jspecify.annotations.Nullable;

/**
 * An attribute of a description or of one of its lines (RFC 8866 section 5.13).
 *
 * @param value null for one that is its name alone
 */
public record Attribute(String name, @Nullable String value) {
  public Attribute {
    Grammar.token("attribute name", name);
    if (value != null) {
      Grammar.value("attribute value", value);
    }
  }

  /** One that is its name alone. */
  public static Attribute of(String name) {
    return new Attribute(name, null);
  }

  /** One with a value. */
  public static Attribute of(String name, String value) {
    return new Attribute(name, value);
  }
}
