package org.comuta.cdr.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Deletes old records from the database, few at a time, so that nobody has to wait for it. */
public final class RecordRetention {
  private static final int FEW = 1000;

  /** Who ended before then began before then, too, which an index knows. */
  private static final String DELETE =
      "delete from call_record where id in (select id from call_record"
          + " where started_at < ? and ended_at < ? order by started_at"
          + " fetch first "
          + FEW
          + " rows only)";

  private final DataSource source;

  public RecordRetention(DataSource source) {
    this.source = source;
  }

  /** Deletes a few records that ended before then; whether there may be more. */
  public boolean deleteSome(Instant before) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement delete = connection.prepareStatement(DELETE)) {
      delete.setObject(1, before.atOffset(ZoneOffset.UTC));
      delete.setObject(2, before.atOffset(ZoneOffset.UTC));
      return delete.executeUpdate() == FEW;
    }
  }
}
