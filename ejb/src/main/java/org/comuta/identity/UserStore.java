package org.comuta.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.comuta.database.Sql;
import org.jspecify.annotations.Nullable;

/** Users in the database. Any thread; in the transaction of the caller. */
final class UserStore {
  /** A user with what the password is compared to; null when it is not kept here. */
  record Credentials(User user, @Nullable String passwordHash) {}

  /** The columns that {@link #read} reads. */
  static final String COLUMNS =
      "name, full_name, role, configuration_level, monitoring_level, diagnostics_level,"
          + " administration_level, enabled, created_at, changed_at, password_changed_at,"
          + " must_change_password, second_factor, origin, origin_name, origin_subject,"
          + " origin_present";

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

  /**
   * Adds a user.
   *
   * @param passwordHash null when the password is not kept here
   */
  void insert(User user, @Nullable String passwordHash) {
    sql.change(
        "insert into user_account ("
            + COLUMNS
            + ", password_hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        user.name(),
        user.fullName(),
        user.role(),
        user.rights().configuration(),
        user.rights().monitoring(),
        user.rights().diagnostics(),
        user.rights().administration(),
        user.enabled(),
        user.createdAt(),
        user.changedAt(),
        user.passwordChangedAt(),
        user.mustChangePassword(),
        user.secondFactor(),
        user.origin().kind(),
        user.origin().name(),
        user.origin().subject(),
        user.origin().present(),
        passwordHash);
  }

  void update(User user) {
    sql.change(
        "update user_account set full_name = ?, role = ?, configuration_level = ?,"
            + " monitoring_level = ?, diagnostics_level = ?, administration_level = ?, enabled = ?,"
            + " changed_at = ?, password_changed_at = ?, must_change_password = ? where name = ?",
        user.fullName(),
        user.role(),
        user.rights().configuration(),
        user.rights().monitoring(),
        user.rights().diagnostics(),
        user.rights().administration(),
        user.enabled(),
        user.changedAt(),
        user.passwordChangedAt(),
        user.mustChangePassword(),
        user.name());
  }

  /** Writes what was learnt from where a user is known. */
  void updateOrigin(User user, Instant checkedAt) {
    sql.change(
        "update user_account set full_name = ?, role = ?, changed_at = ?, origin_present = ?,"
            + " origin_subject = ?, origin_checked_at = ? where name = ?",
        user.fullName(),
        user.role(),
        user.changedAt(),
        user.origin().present(),
        user.origin().subject(),
        checkedAt,
        user.name());
  }

  /** Users that such a place knows who were not looked up there since a moment. */
  List<User> uncheckedSince(Origin.Kind kind, String originName, Instant moment) {
    return sql.query(
        "select "
            + COLUMNS
            + " from user_account where origin = ? and origin_name = ?"
            + " and (origin_checked_at is null or origin_checked_at < ?) order by name",
        UserStore::read,
        kind,
        originName,
        moment);
  }

  /** Users that such places know. */
  List<User> of(Origin.Kind kind) {
    return sql.query(
        "select " + COLUMNS + " from user_account where origin = ? order by name",
        UserStore::read,
        kind);
  }

  void updatePassword(String name, String passwordHash) {
    sql.change("update user_account set password_hash = ? where name = ?", passwordHash, name);
  }

  /** Keeps the password there is among those from before. */
  void keepPassword(String name, Instant now) {
    sql.change(
        "insert into earlier_password (user_name, password_hash, replaced_at)"
            + " select name, password_hash, cast(? as timestamp with time zone)"
            + " from user_account where name = ?",
        now,
        name);
  }

  /** Hashes of the passwords from before, the newest first. */
  List<String> earlierPasswords(String name, long most) {
    return sql.query(
        "select password_hash from earlier_password where user_name = ?"
            + " order by replaced_at desc fetch first ? rows only",
        row -> row.getString("password_hash"),
        name,
        most);
  }

  void delete(String name) {
    sql.change("delete from user_account where name = ?", name);
  }

  static User read(ResultSet row) throws SQLException {
    return new User(
        row.getString("name"),
        row.getString("full_name"),
        Role.valueOf(row.getString("role")),
        new OwnRights(
            level(row, "configuration_level"),
            level(row, "monitoring_level"),
            level(row, "diagnostics_level"),
            level(row, "administration_level")),
        row.getBoolean("enabled"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "changed_at"),
        Sql.instant(row, "password_changed_at"),
        row.getBoolean("must_change_password"),
        row.getBoolean("second_factor"),
        new Origin(
            Origin.Kind.valueOf(row.getString("origin")),
            row.getString("origin_name"),
            row.getString("origin_subject"),
            row.getBoolean("origin_present")));
  }

  private static @Nullable Level level(ResultSet row, String column) throws SQLException {
    String word = row.getString(column);
    return word == null ? null : Level.valueOf(word);
  }

  private static <T> @Nullable T first(List<T> found) {
    return found.isEmpty() ? null : found.getFirst();
  }
}
