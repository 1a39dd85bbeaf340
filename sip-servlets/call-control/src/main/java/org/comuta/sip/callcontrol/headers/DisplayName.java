package org.comuta.sip.callcontrol.headers;

import org.jspecify.annotations.Nullable;

/** A caller's name on its way to the called side. */
public final class DisplayName {
  private static final int LONGEST = 80;

  private DisplayName() {}

  /** The name without control characters, at most 80 characters; null when nothing is left. */
  public static @Nullable String clean(@Nullable String name) {
    if (name == null) {
      return null;
    }
    StringBuilder clean = new StringBuilder(name.length());
    name.codePoints()
        .filter(point -> !Character.isISOControl(point) && point != '"' && point != '\\')
        .limit(LONGEST)
        .forEach(clean::appendCodePoint);
    String text = clean.toString().strip();
    return text.isEmpty() ? null : text;
  }
}
