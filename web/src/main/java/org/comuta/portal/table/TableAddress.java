package org.comuta.portal.table;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Words and their values as the query of an address, and back. */
public final class TableAddress {
  private TableAddress() {}

  /** Without a question mark; empty when there are no words. */
  public static String write(Map<String, String> words) {
    return words.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** What was written; what cannot be read is passed over, of a word twice the first counts. */
  public static Map<String, String> read(String query) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String part : query.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        try {
          words.putIfAbsent(
              decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
        } catch (IllegalArgumentException broken) {
          // Somebody typed half an escape; the other words count.
        }
      }
    }
    return words;
  }

  // Colons and commas may stand in a query, and people read them better so.
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%3A", ":").replace("%2C", ",");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
