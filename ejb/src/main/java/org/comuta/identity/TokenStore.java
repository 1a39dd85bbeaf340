package org.comuta.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tokens in the database. Any thread; in the transaction of the caller. */
final class TokenStore {
  private static final String COLUMNS = "id, user_name, description, created_at, expires_at";

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

  /** The user of the token that has not expired and whose secret has this hash, or null. */
  @Nullable User findUser(String secretHash, Instant now) {
    List<User> found =
        sql.query(
            "select u.name, u.full_name, u.role, u.enabled, u.created_at, u.changed_at"
                + " from api_token t join user_account u on u.name = t.user_name"
                + " where t.secret_hash = ? and t.expires_at > ?",
            UserStore::read,
            secretHash,
            now);
    return found.isEmpty() ? null : found.getFirst();
  }

  void insert(Token token, String secretHash) {
    sql.change(
        "insert into api_token (" + COLUMNS + ", secret_hash) values (?, ?, ?, ?, ?, ?)",
        token.id(),
        token.userName(),
        token.description(),
        token.createdAt(),
        token.expiresAt(),
        secretHash);
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
        Sql.instant(row, "created_at"),
        Sql.instant(row, "expires_at"));
  }
}
