package org.comuta.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.comuta.database.Sql;
import org.jspecify.annotations.Nullable;

/** Tokens in the database. Any thread; in the transaction of the caller. */
final class TokenStore {
  private static final String COLUMNS =
      "id, user_name, description, scope_configuration, scope_monitoring, scope_diagnostics,"
          + " scope_administration, created_at, expires_at, last_used_at, last_used_address";

  private final Sql sql;

  TokenStore(Sql sql) {
    this.sql = sql;
  }

  /** Tokens that have not expired, newest first, of one user or, with null, of all. */
  List<Token> all(@Nullable String userName, Instant now) {
    String select = "select " + COLUMNS + " from api_token where expires_at > ?";
    String order = " order by created_at desc, id";
    return userName == null
        ? sql.query(select + order, TokenStore::read, now)
        : sql.query(select + " and user_name = ?" + order, TokenStore::read, now, userName);
  }

  @Nullable Token find(String id) {
    List<Token> found =
        sql.query("select " + COLUMNS + " from api_token where id = ?", TokenStore::read, id);
    return found.isEmpty() ? null : found.getFirst();
  }

  /** The token whose secret has this hash, or null; it may have expired. */
  @Nullable Token findBySecret(String secretHash) {
    List<Token> found =
        sql.query(
            "select " + COLUMNS + " from api_token where secret_hash = ?",
            TokenStore::read,
            secretHash);
    return found.isEmpty() ? null : found.getFirst();
  }

  void insert(Token token, String secretHash) {
    sql.change(
        "insert into api_token ("
            + COLUMNS
            + ", secret_hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        token.id(),
        token.userName(),
        token.description(),
        token.scope().configuration(),
        token.scope().monitoring(),
        token.scope().diagnostics(),
        token.scope().administration(),
        token.createdAt(),
        token.expiresAt(),
        token.lastUsedAt(),
        token.lastUsedAddress(),
        secretHash);
  }

  void used(String id, Instant at, String address) {
    sql.change(
        "update api_token set last_used_at = ?, last_used_address = ? where id = ?",
        at,
        AuditLog.bounded(address, 64),
        id);
  }

  void delete(String id) {
    sql.change("delete from api_token where id = ?", id);
  }

  void deleteExpired(Instant now) {
    sql.change("delete from api_token where expires_at <= ?", now);
  }

  private static Token read(ResultSet row) throws SQLException {
    return new Token(
        row.getString("id"),
        row.getString("user_name"),
        row.getString("description"),
        new Rights(
            Level.valueOf(row.getString("scope_configuration")),
            Level.valueOf(row.getString("scope_monitoring")),
            Level.valueOf(row.getString("scope_diagnostics")),
            Level.valueOf(row.getString("scope_administration"))),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "expires_at"),
        Sql.optionalInstant(row, "last_used_at"),
        row.getString("last_used_address"));
  }
}
