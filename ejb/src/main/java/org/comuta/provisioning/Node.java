package org.comuta.provisioning;

import java.util.List;

/** A piece of a YAML or JSON file, with the line it begins on, from 1. Immutable. */
sealed interface Node {
  int line();

  /**
   * A single value.
   *
   * @param text as written, without quotes
   * @param plain whether it was written without quotes, so that it may be a number or truth
   */
  record Scalar(String text, boolean plain, int line) implements Node {}

  /** A list. */
  record Sequence(List<Node> items, int line) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** Names with values, in their order; no name is there twice. */
  record Mapping(List<Entry> entries, int line) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  /** One name of a mapping. */
  record Entry(String name, Node value, int line) {}
}
