package org.comuta.cli;

import java.util.Locale;

/** How an answer is written. */
public enum Format {
  /** For people. */
  TABLE,
  JSON,
  CSV,
  YAML;

  /** The one that the options ask for. */
  static Format of(Arguments arguments) {
    Format format = TABLE;
    for (Format one : new Format[] {JSON, CSV, YAML}) {
      if (arguments.has(one.name().toLowerCase(Locale.ROOT))) {
        if (format != TABLE) {
          throw CommandException.misused("oneFormat");
        }
        format = one;
      }
    }
    return format;
  }
}
