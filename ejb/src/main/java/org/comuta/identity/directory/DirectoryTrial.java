package org.comuta.identity.directory;

import java.util.List;
import org.comuta.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * What came of trying a user and a password.
 *
 * @param accepted whether the user could sign in
 * @param dn empty when the user was not found
 * @param groups DNs
 */
public record DirectoryTrial(
    boolean accepted,
    String dn,
    String fullName,
    List<String> groups,
    @Nullable Role role,
    List<DirectoryStep> steps) {
  public DirectoryTrial {
    groups = List.copyOf(groups);
    steps = List.copyOf(steps);
  }
}
