package org.comuta.identity;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.comuta.database.Sql;
import org.h2.jdbcx.JdbcDataSource;

/** A database in memory with the shipped schema of users. */
final class IdentityDatabase {
  private static final List<String> SCRIPTS =
      List.of(
          "V3__identity.sql",
          "V30__rights.sql",
          "V31__token_scope.sql",
          "V32__sign_in.sql",
          "V33__second_factor.sql",
          "V34__audit_chain.sql",
          "V50__ssh_key.sql",
          "V51__session_kind.sql",
          "V63__directories.sql",
          "V64__providers.sql");

  private IdentityDatabase() {}

  static Sql create() {
    return new Sql(source());
  }

  static DataSource source() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    Sql sql = new Sql(source);
    for (String script : SCRIPTS) {
      sql.change("runscript from 'classpath:db/migration/" + script + "'");
    }
    return source;
  }
}
