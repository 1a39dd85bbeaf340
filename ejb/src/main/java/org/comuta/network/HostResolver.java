package org.comuta.network;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds the addresses of host names. */
@FunctionalInterface
public interface HostResolver {
  /**
   * The addresses of these names, in their canonical spelling; a name without an answer in time is
   * left out. May block for a few seconds; never throws.
   */
  Map<String, List<String>> resolve(Collection<String> names);
}
