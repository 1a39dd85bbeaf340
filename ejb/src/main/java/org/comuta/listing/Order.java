package org.comuta.listing;

import java.util.Optional;

/** By which field a list is sorted. Immutable. */
public record Order(String field, boolean descending) {
  /** Reads a field's name, with a minus before it for the largest first. */
  public static Optional<Order> parse(String written) {
    boolean descending = written.startsWith("-");
    String field = descending ? written.substring(1) : written;
    return field.isEmpty() ? Optional.empty() : Optional.of(new Order(field, descending));
  }

  /** The same as {@link #parse} reads it. */
  public String written() {
    return descending ? "-" + field : field;
  }
}
