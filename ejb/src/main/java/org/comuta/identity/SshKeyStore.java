package org.comuta.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.comuta.database.Sql;
import org.jspecify.annotations.Nullable;

/** Public keys of users in the database. Any thread; in the transaction of the caller. */
final class SshKeyStore {
  private static final String COLUMNS =
      "id, user_name, type, fingerprint, description, created_at, last_used_at, last_used_address";
  private static final String SELECT = "select " + COLUMNS + " from ssh_key";

  private final Sql sql;

  SshKeyStore(Sql sql) {
    this.sql = sql;
  }

  /** Those of a user, the newest first. */
  List<SshKey> of(String userName) {
    return sql.query(
        SELECT + " where user_name = ? order by created_at desc, id", SshKeyStore::read, userName);
  }

  @Nullable SshKey find(String id) {
    return first(sql.query(SELECT + " where id = ?", SshKeyStore::read, id));
  }

  /** The key of a user whose fingerprint this is, when it is the very key; else null. */
  @Nullable SshKey find(String userName, String fingerprint, String encoded) {
    return first(
        sql.query(
            SELECT + " where user_name = ? and fingerprint = ? and encoded = ?",
            SshKeyStore::read,
            userName,
            fingerprint,
            encoded));
  }

  void insert(SshKey key, String encoded) {
    sql.change(
        "insert into ssh_key (" + COLUMNS + ", encoded) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        key.id(),
        key.userName(),
        key.type(),
        key.fingerprint(),
        key.description(),
        key.createdAt(),
        key.lastUsedAt(),
        key.lastUsedAddress(),
        encoded);
  }

  void used(String id, Instant at, String address) {
    sql.change(
        "update ssh_key set last_used_at = ?, last_used_address = ? where id = ?",
        at,
        AuditLog.bounded(address, 64),
        id);
  }

  boolean delete(String id) {
    return sql.change("delete from ssh_key where id = ?", id) > 0;
  }

  private static SshKey read(ResultSet row) throws SQLException {
    return new SshKey(
        row.getString("id"),
        row.getString("user_name"),
        row.getString("type"),
        row.getString("fingerprint"),
        row.getString("description"),
        Sql.instant(row, "created_at"),
        Sql.optionalInstant(row, "last_used_at"),
        row.getString("last_used_address"));
  }

  private static @Nullable SshKey first(List<SshKey> found) {
    return found.isEmpty() ? null : found.getFirst();
  }
}
