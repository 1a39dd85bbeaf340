package org.comuta.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTroubleTest {
  @ParameterizedTest
  @CsvSource({
    "90098, true", // H2: the database has been closed
    "90028, true", // H2: input or output failed
    "HY000, true", // H2: general error, such as of its store
    "08006, true", // PostgreSQL: connection failure
    "53100, true", // PostgreSQL: disk full
    "57P01, true", // PostgreSQL: shut down by its administrator
    "58030, true", // PostgreSQL: input or output failed
    "    , true", // the pool has no connection
    "23505, false", // unique violation
    "42601, false", // syntax
    "22001, false", // too long
  })
  void theStateOfTheDeepestCauseDecides(String state, boolean passing) {
    Throwable failure =
        new IllegalStateException(new RuntimeException(new SQLException("", state)));
    assertThat(DatabaseTrouble.isBehind(failure)).isEqualTo(passing);
  }

  @Test
  void aCommitThatFailedTellsWhyAsSuppressed() {
    IllegalStateException notCommitted = new IllegalStateException("rolled back");
    notCommitted.addSuppressed(new RuntimeException(new SQLException("", "90028")));
    assertThat(DatabaseTrouble.isBehind(new RuntimeException(notCommitted))).isTrue();
  }

  @Test
  void causesInACircleHaveAnEnd() {
    IllegalStateException one = new IllegalStateException("one");
    RuntimeException other = new RuntimeException(one);
    one.initCause(other);
    assertThat(DatabaseTrouble.isBehind(one)).isFalse();
  }

  @Test
  void whatIsNoneOfTheDatabaseIsNot() {
    assertThat(DatabaseTrouble.isBehind(new IllegalStateException("other"))).isFalse();
  }
}
