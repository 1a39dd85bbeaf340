package org.comuta.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.comuta.database.Sql;
import org.comuta.listing.Order;
import org.comuta.listing.Selection;
import org.comuta.listing.SqlFields;
import org.comuta.listing.SqlFields.Field;
import org.comuta.listing.SqlFields.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The audit log in the database: entries are written one after the other, each with the hash of the
 * chain, and never changed. Any thread; in the transaction of the caller, or in one of its own.
 */
final class AuditLog {
  /** Longest detail, in characters. */
  static final int LONGEST_DETAIL = 4_000;

  /** The ends of the chain. */
  record Ends(long anchorId, String anchorHash, long headId, String headHash, int keptDays) {}

  /** An entry with its hash; null for one from before there was a chain. */
  record Chained(AuditEntry entry, @Nullable String hash) {}

  private static final int AT_ONCE = 1_000;
  private static final String COLUMNS =
      "id, happened_at, user_name, address, action, object_kind, object_name, outcome, detail";
  private static final SqlFields FIELDS =
      new SqlFields(
          Map.of(
              "id", Field.always("id", Kind.NUMBER),
              "at", Field.always("happened_at", Kind.MOMENT),
              "user", Field.always("user_name", Kind.TEXT),
              "address", Field.always("address", Kind.TEXT),
              "action", Field.always("action", Kind.WORD),
              "kind", Field.always("object_kind", Kind.TEXT),
              "object", Field.always("object_name", Kind.TEXT),
              "outcome", Field.always("outcome", Kind.WORD),
              "detail", Field.always("detail", Kind.TEXT)));
  private static final String ENDS =
      "select anchor_id, anchor_hash, head_id, head_hash, kept_days from audit_chain where id = 1";

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
    AuditEntry entry =
        new AuditEntry(
            0,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            bounded(actor.name(), 64),
            bounded(actor.address(), 64),
            action,
            bounded(kind, 32),
            bounded(object, 255),
            outcome,
            bounded(detail, LONGEST_DETAIL));
    sql.atomically(
        one -> {
          Ends ends = one.query(ENDS + " for update", AuditLog::readEnds).getFirst();
          String hash = AuditChain.hash(ends.headHash(), entry);
          long id =
              one.insert(
                  "insert into audit_entry (happened_at, user_name, address, action, object_kind,"
                      + " object_name, outcome, detail, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  entry.at(),
                  entry.user(),
                  entry.address(),
                  entry.action(),
                  entry.kind(),
                  entry.object(),
                  entry.outcome(),
                  entry.detail(),
                  hash);
          one.change("update audit_chain set head_id = ?, head_hash = ? where id = 1", id, hash);
        });
  }

  /** Newest first. */
  List<AuditEntry> page(AuditQuery query, int offset, int size) {
    return page(query.selection(), offset, size);
  }

  long count(AuditQuery query) {
    return count(query.selection());
  }

  /** All of them, the newest first, however many there are. */
  void forEach(AuditQuery query, Consumer<AuditEntry> each) {
    forEach(
        query.selection(),
        entry -> {
          each.accept(entry);
          return true;
        });
  }

  /** Newest first where there is no other order. */
  List<AuditEntry> page(Selection selection, int offset, int size) {
    List<@Nullable Object> parameters = new ArrayList<>();
    String where = where(selection, parameters);
    parameters.add(offset);
    parameters.add(size);
    return sql.query(
        "select "
            + COLUMNS
            + " from audit_entry where "
            + where
            + " order by "
            + orderBy(selection)
            + " offset ? rows fetch next ? rows only",
        AuditLog::read,
        parameters.toArray());
  }

  long count(Selection selection) {
    List<@Nullable Object> parameters = new ArrayList<>();
    String where = where(selection, parameters);
    return sql.count("select count(*) from audit_entry where " + where, parameters.toArray());
  }

  /** The newest first where there is no other order, for as long as each says to go on. */
  void forEach(Selection selection, Predicate<AuditEntry> each) {
    boolean byKey = selection.order() == null;
    long before = Long.MAX_VALUE;
    int offset = 0;
    boolean more = true;
    while (more) {
      List<AuditEntry> some = byKey ? before(selection, before) : page(selection, offset, AT_ONCE);
      more = some.stream().allMatch(each) && some.size() == AT_ONCE;
      offset += some.size();
      before = some.isEmpty() ? before : some.getLast().id();
    }
  }

  private List<AuditEntry> before(Selection selection, long id) {
    List<@Nullable Object> parameters = new ArrayList<>();
    String where = where(selection, parameters);
    parameters.add(id);
    parameters.add(AT_ONCE);
    return sql.query(
        "select "
            + COLUMNS
            + " from audit_entry where "
            + where
            + " and id < ? order by id desc fetch first ? rows only",
        AuditLog::read,
        parameters.toArray());
  }

  private static String where(Selection selection, List<@Nullable Object> parameters) {
    StringBuilder where = new StringBuilder("1 = 1");
    for (SqlFields.Clause clause : FIELDS.clauses(selection)) {
      where.append(" and ").append(clause.sql());
      if (clause.value() != null) {
        parameters.add(clause.value());
      }
    }
    return where.toString();
  }

  private static String orderBy(Selection selection) {
    Order order = selection.order();
    return (order == null ? "" : FIELDS.orderBy(order) + ", ") + "id desc";
  }

  Ends ends() {
    return sql.query(ENDS, AuditLog::readEnds).getFirst();
  }

  /** The entries after one, the oldest first, not more than some. */
  List<Chained> after(long id) {
    return sql.query(
        "select "
            + COLUMNS
            + ", hash from audit_entry where id > ? order by id fetch first ? rows only",
        row -> new Chained(read(row), row.getString("hash")),
        id,
        AT_ONCE);
  }

  /** How many entries there are until one. */
  long countUntil(long id) {
    return sql.count("select count(*) from audit_entry where id <= ?", id);
  }

  /** What the latest entry of an action says; null when there is none. */
  @Nullable String lastDetail(AuditAction action) {
    List<String> details =
        sql.query(
            "select detail from audit_entry where action = ?"
                + " order by id desc fetch first 1 rows only",
            row -> row.getString("detail"),
            action);
    return details.isEmpty() ? null : details.getFirst();
  }

  /** Days that entries are kept; 0 for ever. */
  void keep(int days) {
    sql.change("update audit_chain set kept_days = ? where id = 1", days);
  }

  /**
   * Removes the entries that are too old and writes an entry that says so, with the hash of the
   * last one that went, which the chain goes on from.
   *
   * @return how many were removed
   */
  long removeOld() {
    return sql.atomicallyGet(
        one -> {
          Ends ends = one.query(ENDS + " for update", AuditLog::readEnds).getFirst();
          if (ends.keptDays() == 0) {
            return 0L;
          }
          Instant oldest = clock.instant().minus(Duration.ofDays(ends.keptDays()));
          List<Chained> last =
              one.query(
                  "select "
                      + COLUMNS
                      + ", hash from audit_entry where happened_at < ?"
                      + " order by id desc fetch first 1 rows only",
                  row -> new Chained(read(row), row.getString("hash")),
                  oldest);
          if (last.isEmpty()) {
            return 0L;
          }
          long id = last.getFirst().entry().id();
          String hash = last.getFirst().hash();
          long removed = one.change("delete from audit_entry where id <= ?", id);
          if (hash != null) {
            one.change(
                "update audit_chain set anchor_id = ?, anchor_hash = ? where id = 1", id, hash);
          }
          new AuditLog(one, clock)
              .write(
                  Actor.SERVER,
                  AuditAction.AUDIT_RETENTION,
                  "audit",
                  "",
                  AuditEntry.Outcome.DONE,
                  "entries removed: " + removed + ", until " + id + ", hash " + hash);
          return removed;
        });
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

  private static Ends readEnds(ResultSet row) throws SQLException {
    return new Ends(
        row.getLong("anchor_id"),
        row.getString("anchor_hash"),
        row.getLong("head_id"),
        row.getString("head_hash"),
        row.getInt("kept_days"));
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
