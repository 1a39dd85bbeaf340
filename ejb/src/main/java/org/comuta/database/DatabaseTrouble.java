package org.comuta.database;

import java.sql.SQLException;
import java.util.Set;

/** Tells a database that is away, or cannot write, from a fault of ours. */
public final class DatabaseTrouble {
  /**
   * Classes of SQLSTATE: 08 connection; of PostgreSQL 53 resources, 57 operator's intervention, 58
   * system; of H2 90, where its own states stand, and HY, a general failure.
   */
  private static final Set<String> CLASSES = Set.of("08", "53", "57", "58", "90", "HY");

  private DatabaseTrouble() {}

  /** Whether the same may well be done again later. */
  public static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException trouble && isPassing(trouble)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPassing(SQLException trouble) {
    String state = trouble.getSQLState();
    // The pool itself tells no state: it has no connection to give.
    return state == null || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
  }
}
