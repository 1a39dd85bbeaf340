package org.comuta.configuration;

import jakarta.json.JsonObject;
import java.util.Map;

/**
 * One object of an imported file.
 *
 * @param fields what the file says of it; need not repeat the name
 * @param line where it begins, from 1
 * @param lines where its fields are, as far as they are elsewhere
 */
public record ImportObject(
    String kind, String name, JsonObject fields, int line, Map<String, Integer> lines) {
  public ImportObject {
    lines = Map.copyOf(lines);
  }

  /** The line of this field, or that of the object. */
  public int line(String field) {
    return lines.getOrDefault(field, line);
  }
}
