package org.comuta.configuration;

import java.util.List;

/**
 * Part of a list.
 *
 * @param total how many there are without paging
 */
public record Listing<T>(List<T> items, long total) {
  public Listing {
    items = List.copyOf(items);
  }
}
