package org.comuta.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.comuta.cdr.Databases;
import org.comuta.cdr.store.CallRecords;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A database that holds what earlier versions wrote becomes one of this version and keeps it all.
 */
class MigrationTest {
  /**
   * Versions of the schema after which something was written; their data stand beside this test.
   */
  private static final List<Integer> WRITTEN_AT = List.of(1, 2, 3, 34, 70);

  /** What PostgreSQL and H2 call a table. */
  private static final String[] TYPES = {"TABLE", "BASE TABLE"};

  static List<Named<DataSource>> databases() {
    return Databases.empty().toList();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void everyRowOutlivesTheScriptsAfterIt(DataSource database) throws Exception {
    Map<String, List<Map<String, String>>> written = new TreeMap<>();
    for (int version : WRITTEN_AT) {
      Flyway.configure()
          .dataSource(database)
          .locations("classpath:db/migration")
          .target(MigrationVersion.fromVersion(String.valueOf(version)))
          .load()
          .migrate();
      run(database, script(version));
      // Tables from before may have got columns; what they held first is what counts.
      tables(database).forEach(written::putIfAbsent);
    }
    Schema.migrate(database);

    Map<String, List<Map<String, String>>> now = tables(database);
    written.forEach(
        (table, rows) ->
            assertThat(now.get(table))
                .as(table)
                .hasSize(rows.size())
                .allSatisfy(row -> assertThat(rows).anyMatch(old -> holds(row, old))));
    assertThat(new CallRecords(database).find("r-1").orElseThrow().billableDuration())
        .hasMillis(60_500);
  }

  private static boolean holds(Map<String, String> row, Map<String, String> old) {
    return row.entrySet().containsAll(old.entrySet());
  }

  private static String script(int version) throws IOException {
    try (InputStream script =
        Objects.requireNonNull(
            MigrationTest.class.getResourceAsStream("data-" + version + ".sql"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void run(DataSource database, String script) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String one : script.replaceAll("(?m)^--.*$", "").split(";\\s*\\n", -1)) {
        if (!one.isBlank()) {
          statement.execute(one);
        }
      }
    }
  }

  /** Everything in the database: the rows of each table, each by the names of its columns. */
  private static Map<String, List<Map<String, String>>> tables(DataSource database)
      throws SQLException {
    Map<String, List<Map<String, String>>> tables = new TreeMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : names(connection)) {
        try (ResultSet rows = statement.executeQuery("select * from " + table)) {
          List<Map<String, String>> all = new ArrayList<>();
          while (rows.next()) {
            all.add(row(rows));
          }
          tables.put(table, all);
        }
      }
    }
    return tables;
  }

  private static List<String> names(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), connection.getSchema(), "%", TYPES)) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    names.remove("flyway_schema_history");
    return names;
  }

  private static Map<String, String> row(ResultSet rows) throws SQLException {
    Map<String, String> row = new LinkedHashMap<>();
    ResultSetMetaData columns = rows.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      row.put(columns.getColumnName(i).toLowerCase(Locale.ROOT), String.valueOf(rows.getString(i)));
    }
    return row;
  }
}
