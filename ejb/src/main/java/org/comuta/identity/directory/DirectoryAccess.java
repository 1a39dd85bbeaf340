package org.comuta.identity.directory;

import java.util.Collection;
import java.util.Map;

/** Asks directories. Blocks for the time limit of the directory at most. Any thread. */
public interface DirectoryAccess {
  /** Whether somebody of this name has this password. */
  DirectoryAnswer signIn(Directory directory, String name, String password);

  /** What is known of somebody of each of these names, without a password. */
  Map<String, DirectoryAnswer> look(Directory directory, Collection<String> names);
}
