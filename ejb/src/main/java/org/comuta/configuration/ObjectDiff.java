package org.comuta.configuration;

import java.util.List;

/** One object that differs: all its fields when it came or went, else those that changed. */
public record ObjectDiff(String kind, String name, Change change, List<FieldDiff> fields) {
  public ObjectDiff {
    fields = List.copyOf(fields);
  }
}
