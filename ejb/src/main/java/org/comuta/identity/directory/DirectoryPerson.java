package org.comuta.identity.directory;

import java.util.List;
import org.comuta.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as a directory knows them.
 *
 * @param subject what never changes about the entry; its DN where the directory has nothing better
 * @param groups DNs
 * @param role what the groups give; null for none
 */
public record DirectoryPerson(
    String dn, String subject, String fullName, List<String> groups, @Nullable Role role) {
  public DirectoryPerson {
    groups = List.copyOf(groups);
  }
}
