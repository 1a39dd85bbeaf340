package org.comuta.portal.history;

/**
 * A text before and after, cut where it differs: what both begin with, what differs, what both end
 * with.
 *
 * @param removed what only the text before has
 * @param added what only the text after has
 */
public record TextChange(String prefix, String removed, String added, String suffix) {
  /** Cuts two texts; a pair of surrogates stays together. */
  static TextChange between(String before, String after) {
    int most = Math.min(before.length(), after.length());
    int prefix = 0;
    while (prefix < most && before.charAt(prefix) == after.charAt(prefix)) {
      prefix++;
    }
    if (prefix > 0 && Character.isHighSurrogate(before.charAt(prefix - 1))) {
      prefix--;
    }
    int suffix = 0;
    while (suffix < most - prefix
        && before.charAt(before.length() - 1 - suffix)
            == after.charAt(after.length() - 1 - suffix)) {
      suffix++;
    }
    if (suffix > 0 && Character.isLowSurrogate(before.charAt(before.length() - suffix))) {
      suffix--;
    }
    return new TextChange(
        before.substring(0, prefix),
        before.substring(prefix, before.length() - suffix),
        after.substring(prefix, after.length() - suffix),
        before.substring(before.length() - suffix));
  }
}
