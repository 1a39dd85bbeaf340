package org.comuta.identity;

import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.comuta.configuration.StoredObject;
import org.comuta.database.Sql;
import org.comuta.description.Json;
import org.jspecify.annotations.Nullable;

/** Settings in the database. Any thread; in the transaction of the caller. */
final class SettingStore {
  private static final String COLUMNS = "kind, name, version, body";

  private final Sql sql;

  SettingStore(Sql sql) {
    this.sql = sql;
  }

  /** Those of a kind, by name. */
  List<StoredObject> all(String kind) {
    return sql.query(
        "select " + COLUMNS + " from setting where kind = ? order by name",
        SettingStore::read,
        kind);
  }

  @Nullable StoredObject find(String kind, String name) {
    List<StoredObject> found =
        sql.query(
            "select " + COLUMNS + " from setting where kind = ? and name = ?",
            SettingStore::read,
            kind,
            name);
    return found.isEmpty() ? null : found.getFirst();
  }

  /** Who changed one that is there last. */
  SettingBean.LastChange lastChange(String kind, String name) {
    return sql.query(
            "select changed_by, changed_at from setting where kind = ? and name = ?",
            row ->
                new SettingBean.LastChange(
                    row.getString("changed_by"), Sql.instant(row, "changed_at")),
            kind,
            name)
        .getFirst();
  }

  void insert(StoredObject object, Actor by, Instant at) {
    sql.change(
        "insert into setting (" + COLUMNS + ", changed_by, changed_at) values (?, ?, ?, ?, ?, ?)",
        object.kind(),
        object.name(),
        object.revision(),
        object.body().toString(),
        by.name(),
        at);
  }

  /** Replaces it; false when it is not at the version before any more. */
  boolean update(StoredObject object, Actor by, Instant at) {
    return sql.change(
            "update setting set version = ?, body = ?, changed_by = ?, changed_at = ?"
                + " where kind = ? and name = ? and version = ?",
            object.revision(),
            object.body().toString(),
            by.name(),
            at,
            object.kind(),
            object.name(),
            object.revision() - 1)
        == 1;
  }

  void delete(String kind, String name) {
    sql.change("delete from setting where kind = ? and name = ?", kind, name);
  }

  private static StoredObject read(ResultSet row) throws SQLException {
    JsonObject body = Json.parse(row.getString("body"));
    return new StoredObject(
        row.getString("kind"), row.getString("name"), row.getLong("version"), body);
  }
}
