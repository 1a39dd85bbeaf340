package org.comuta.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Users in the database. Any thread; in the transaction of the caller. */
final class UserStore {
  /** A user with what the password is compared to. */
  record Credentials(User user, String passwordHash) {}

  private static final String COLUMNS = "name, full_name, role, enabled, created_at, changed_at";

  private final Sql sql;

  UserStore(Sql sql) {
    this.sql = sql;
  }

  @Nullable User find(String name) {
    return first(
        sql.query(
            "select " + COLUMNS + " from user_account where name = ?", UserStore::read, name));
  }

  @Nullable Credentials findCredentials(String name) {
    return first(
        sql.query(
            "select " + COLUMNS + ", password_hash from user_account where name = ?",
            row -> new Credentials(read(row), row.getString("password_hash")),
            name));
  }

  /** All users, by name. */
  List<User> all() {
    return sql.query("select " + COLUMNS + " from user_account order by name", UserStore::read);
  }

  /** All users, by name, who nobody else can change before this transaction ends. */
  List<User> allLocked() {
    return sql.query(
        "select " + COLUMNS + " from user_account order by name for update", UserStore::read);
  }

  boolean isEmpty() {
    return sql.count("select count(*) from user_account") == 0;
  }

  void insert(User user, String passwordHash) {
    sql.change(
        "insert into user_account (" + COLUMNS + ", password_hash) values (?, ?, ?, ?, ?, ?, ?)",
        user.name(),
        user.fullName(),
        user.role(),
        user.enabled(),
        user.createdAt(),
        user.changedAt(),
        passwordHash);
  }

  void update(User user) {
    sql.change(
        "update user_account set full_name = ?, role = ?, enabled = ?, changed_at = ?"
            + " where name = ?",
        user.fullName(),
        user.role(),
        user.enabled(),
        user.changedAt(),
        user.name());
  }

  void updatePassword(String name, String passwordHash, Instant changedAt) {
    sql.change(
        "update user_account set password_hash = ?, changed_at = ? where name = ?",
        passwordHash,
        changedAt,
        name);
  }

  void delete(String name) {
    sql.change("delete from user_account where name = ?", name);
  }

  static User read(ResultSet row) throws SQLException {
    return new User(
        row.getString("name"),
        row.getString("full_name"),
        Role.valueOf(row.getString("role")),
        row.getBoolean("enabled"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "changed_at"));
  }

  private static <T> @Nullable T first(List<T> found) {
    return found.isEmpty() ? null : found.getFirst();
  }
}
