package org.comuta.cdr;

import java.util.UUID;
import javax.sql.DataSource;
import org.comuta.schema.Schema;
import org.h2.jdbcx.JdbcDataSource;

/** Databases for tests, with the tables of the application. */
public final class Databases {
  private Databases() {}

  /** An empty H2 in memory. */
  public static DataSource h2() {
    return h2("mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  }

  /** An H2 at this place, such as {@code file:/…}. */
  public static DataSource h2(String place) {
    JdbcDataSource source = new JdbcDataSource();
    source.setUrl("jdbc:h2:" + place);
    source.setUser("comuta");
    source.setPassword("");
    Schema.migrate(source);
    return source;
  }
}
