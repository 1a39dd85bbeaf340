package org.comuta.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** The audit log in the database. Any thread; in the transaction of the caller. */
final class AuditLog {
  private final Sql sql;
  private final Clock clock;

  AuditLog(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void write(
      Actor actor,
      AuditAction action,
      String kind,
      String object,
      AuditEntry.Outcome outcome,
      String detail) {
    sql.change(
        "insert into audit_entry (happened_at, user_name, address, action, object_kind,"
            + " object_name, outcome, detail) values (?, ?, ?, ?, ?, ?, ?, ?)",
        clock.instant(),
        bounded(actor.name(), 64),
        bounded(actor.address(), 64),
        action,
        bounded(kind, 32),
        bounded(object, 255),
        outcome,
        bounded(detail, 1000));
  }

  /** Newest first. */
  List<AuditEntry> page(int offset, int size) {
    return sql.query(
        "select id, happened_at, user_name, address, action, object_kind, object_name, outcome,"
            + " detail from audit_entry order by id desc offset ? rows fetch next ? rows only",
        AuditLog::read,
        offset,
        size);
  }

  long size() {
    return sql.count("select count(*) from audit_entry");
  }

  /** What strangers give as a name is kept printable and short. */
  static String bounded(String text, int longest) {
    StringBuilder printable = new StringBuilder(Math.min(text.length(), longest));
    text.codePoints()
        .map(point -> Character.isISOControl(point) ? '?' : point)
        .limit(longest)
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  private static AuditEntry read(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("id"),
        Sql.instant(row, "happened_at"),
        row.getString("user_name"),
        row.getString("address"),
        AuditAction.valueOf(row.getString("action")),
        row.getString("object_kind"),
        row.getString("object_name"),
        AuditEntry.Outcome.valueOf(row.getString("outcome")),
        row.getString("detail"));
  }
}
