package org.comuta.portal.search;

import java.util.List;

/** Results of one sort, never none. */
public record ResultGroup(String label, List<Result> results) {
  /**
   * Something that was found, as people read it.
   *
   * @param detail what tells it from others; may be empty
   * @param address where it is, relative to the folder of the portal
   * @param icon class of its icon among PrimeIcons
   */
  public record Result(String label, String detail, String address, String icon) {}
}
