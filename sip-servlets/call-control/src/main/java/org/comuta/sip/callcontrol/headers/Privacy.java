package org.comuta.sip.callcontrol.headers;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Privacy header values (RFC 3323, RFC 3325, RFC 7044). */
public final class Privacy {
  private static final Set<String> KNOWN =
      Set.of("header", "session", "user", "none", "critical", "id", "history");

  private Privacy() {}

  /** The known values among these, in their order, once each; empty when there are none. */
  public static String clean(Iterator<String> values) {
    List<String> kept = new ArrayList<>(2);
    while (values.hasNext()) {
      for (String value : values.next().split("[;,]", KNOWN.size() + 1)) {
        String word = value.strip().toLowerCase(Locale.ROOT);
        if (KNOWN.contains(word) && !kept.contains(word)) {
          kept.add(word);
        }
      }
    }
    return String.join(";", kept);
  }
}
