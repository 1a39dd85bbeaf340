package org.comuta.monitoring;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Metrics in the text format of Prometheus, version 0.0.4. Every name gets the prefix {@code
 * comuta_}; values are in base units (seconds, octets). Used by one thread.
 */
final class Exposition {
  /** Media type of the format. */
  static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final String PREFIX = "comuta_";

  private static final class Family {
    private final StringBuilder samples = new StringBuilder();
    private final String type;
    private final String help;

    Family(String type, String help) {
      this.type = type;
      this.help = help;
    }
  }

  private final Map<String, Family> families = new LinkedHashMap<>();

  /** Something that only grows while the server runs; the name must end in {@code _total}. */
  Exposition counter(String name, String help, Number value, String... labels) {
    return sample(name, "counter", help, value, labels);
  }

  /** Something that goes up and down. */
  Exposition gauge(String name, String help, Number value, String... labels) {
    return sample(name, "gauge", help, value, labels);
  }

  private Exposition sample(String name, String type, String help, Number value, String... labels) {
    String full = PREFIX + name;
    StringBuilder line =
        families.computeIfAbsent(full, ignored -> new Family(type, help)).samples.append(full);
    if (labels.length > 0) {
      line.append('{');
      for (int i = 0; i < labels.length; i += 2) {
        line.append(i == 0 ? "" : ",").append(labels[i]).append("=\"");
        line.append(escaped(labels[i + 1])).append('"');
      }
      line.append('}');
    }
    line.append(' ').append(number(value)).append('\n');
    return this;
  }

  private static String escaped(String label) {
    return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String number(Number value) {
    return value instanceof Double fraction && fraction.isInfinite()
        ? (fraction > 0 ? "+Inf" : "-Inf")
        : value.toString();
  }

  /** All of it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    families.forEach(
        (name, family) ->
            text.append("# HELP ")
                .append(name)
                .append(' ')
                .append(family.help)
                .append("\n# TYPE ")
                .append(name)
                .append(' ')
                .append(family.type)
                .append('\n')
                .append(family.samples));
    return text.toString();
  }
}
