package org.comuta.database;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, or cannot write, from a fault of ours. */
public final class DatabaseTrouble {
  /**
   * Classes of SQLSTATE: 08 connection; of PostgreSQL 53 resources, 57 operator's intervention, 58
   * system; of H2 90, where its own states stand, and HY, a general failure.
   */
  private static final Set<String> CLASSES = Set.of("08", "53", "57", "58", "90", "HY");

  /** More than any failure has, and an end for those that go round in circles. */
  private static final int DEEPEST = 30;

  private DatabaseTrouble() {}

  /** Whether the same may well be done again later. */
  public static boolean isBehind(Throwable failure) {
    return isBehind(failure, DEEPEST);
  }

  private static boolean isBehind(@Nullable Throwable failure, int deepest) {
    if (failure == null || deepest == 0) {
      return false;
    }
    if (failure instanceof SQLException trouble && isPassing(trouble)) {
      return true;
    }
    if (isBehind(failure.getCause(), deepest - 1)) {
      return true;
    }
    // Why a commit failed, the transaction manager tells only as suppressed.
    for (Throwable suppressed : failure.getSuppressed()) {
      if (isBehind(suppressed, deepest - 1)) {
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
