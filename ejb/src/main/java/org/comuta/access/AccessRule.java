package org.comuta.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One rule. Immutable; the words of the API.
 *
 * @param address an address, or an address and a length of bits, of IPv4 or IPv6
 * @param services what it is about, in the order of the type; never empty in a list that is valid
 * @param comment why, for people
 */
public record AccessRule(Action action, String address, List<Service> services, String comment) {
  /** Most characters of a comment. */
  public static final int LONGEST_COMMENT = 255;

  public AccessRule {
    services = List.copyOf(ordered(services));
  }

  private static Set<Service> ordered(Collection<Service> services) {
    Set<Service> ordered = EnumSet.noneOf(Service.class);
    ordered.addAll(services);
    return ordered;
  }
}
