package org.comuta.identity;

import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/** A database in memory with the shipped schema of users. */
final class IdentityDatabase {
  private IdentityDatabase() {}

  static Sql create() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    Sql sql = new Sql(source);
    sql.change("runscript from 'classpath:db/migration/V3__identity.sql'");
    return sql;
  }
}
