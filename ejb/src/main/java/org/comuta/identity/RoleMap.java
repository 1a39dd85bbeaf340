package org.comuta.identity;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which role those have who are in certain groups elsewhere. Who is in several has the role that
 * may do most; who is in none has none, and may not sign in. Immutable.
 *
 * @param groups by role
 */
public record RoleMap(Map<Role, List<String>> groups) {
  public RoleMap {
    groups = Map.copyOf(groups);
  }

  /** The role of somebody who is in these groups; null for none. */
  public @Nullable Role roleOf(Collection<String> memberOf, BiPredicate<String, String> same) {
    for (Map.Entry<Role, List<String>> entry : new EnumMap<>(groups).entrySet()) {
      for (String wanted : entry.getValue()) {
        if (memberOf.stream().anyMatch(group -> same.test(wanted, group))) {
          return entry.getKey();
        }
      }
    }
    return null;
  }

  /** Whether nobody has a role by it. */
  public boolean isEmpty() {
    return groups.values().stream().allMatch(List::isEmpty);
  }
}
