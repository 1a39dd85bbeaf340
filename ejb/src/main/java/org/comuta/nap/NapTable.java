package org.comuta.nap;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All NAPs of a snapshot. Immutable. */
public final class NapTable {
  private final Map<String, Nap> byName;

  public NapTable(Collection<Nap> naps) {
    Map<String, Nap> sorted = new TreeMap<>();
    naps.forEach(nap -> sorted.put(nap.name(), nap));
    byName = Map.copyOf(sorted);
  }

  /** The NAP of this name, enabled or not; null when there is none. */
  public @Nullable Nap find(String name) {
    return byName.get(name);
  }
}
