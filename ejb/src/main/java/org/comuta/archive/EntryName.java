package org.comuta.archive;

import java.util.regex.Pattern;

/**
 * Names of files in a backup: segments of letters, digits and {@code . _ + @ -} with slashes
 * between them, none of which begins with a dot. So no name leads anywhere else.
 */
final class EntryName {
  /** Longest name, in characters; with segments this short a tar can always hold it. */
  static final int LONGEST = 190;

  private static final int MOST_SEGMENTS = 8;
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_+@-][A-Za-z0-9._+@-]{0,63}");
  private static final Pattern PART = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  private EntryName() {}

  /** Whether this may be the name of a file. */
  static boolean isGood(String name) {
    if (name.length() > LONGEST) {
      return false;
    }
    String[] segments = name.split("/", -1);
    if (segments.length > MOST_SEGMENTS) {
      return false;
    }
    for (String segment : segments) {
      if (!SEGMENT.matcher(segment).matches()) {
        return false;
      }
    }
    return true;
  }

  /** Whether this may be the name of a part. */
  static boolean isGoodPart(String name) {
    return PART.matcher(name).matches();
  }

  /** The part that a file belongs to: its first segment; empty when it has no other. */
  static String part(String name) {
    int slash = name.indexOf('/');
    return slash < 0 ? "" : name.substring(0, slash);
  }
}
