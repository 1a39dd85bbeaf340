package org.comuta.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.comuta.database.Sql;
import org.jspecify.annotations.Nullable;

/** Sessions of the portal in the database. Any thread; in the transaction of the caller. */
final class SessionStore {
  /** A session and its user, read together. */
  record Found(PortalSession session, User user) {}

  private static final String COLUMNS =
      "id, user_name, kind, address, client, started_at, last_seen_at";

  private final Sql sql;

  SessionStore(Sql sql) {
    this.sql = sql;
  }

  void insert(PortalSession session, String node) {
    sql.change(
        "insert into portal_session (" + COLUMNS + ", node) values (?, ?, ?, ?, ?, ?, ?, ?)",
        session.id(),
        session.userName(),
        session.kind(),
        session.address(),
        session.client(),
        session.startedAt(),
        session.lastSeenAt(),
        node);
  }

  /** Remembers at which provider a session began. */
  void link(String id, String provider, String subject, String providerSession) {
    sql.change(
        "update portal_session set provider = ?, provider_subject = ?, provider_session = ?"
            + " where id = ?",
        provider,
        subject,
        providerSession,
        id);
  }

  /** Deletes the session that began with one of a provider. */
  int deleteOfProviderSession(String provider, String providerSession) {
    return sql.change(
        "delete from portal_session where provider = ? and provider_session = ?",
        provider,
        providerSession);
  }

  /** Deletes those of somebody whom a provider knows. */
  int deleteOfSubject(String provider, String subject) {
    return sql.change(
        "delete from portal_session where provider = ? and provider_subject = ?",
        provider,
        subject);
  }

  @Nullable PortalSession find(String id) {
    return first(
        sql.query(
            "select " + COLUMNS + " from portal_session where id = ?", SessionStore::read, id));
  }

  @Nullable Found findWithUser(String id) {
    return first(
        sql.query(
            "select "
                + COLUMNS
                + ", "
                + UserStore.COLUMNS
                + " from portal_session join user_account on name = user_name where id = ?",
            row -> new Found(read(row), UserStore.read(row)),
            id));
  }

  /** All sessions, or those of a user, the newest first. */
  List<PortalSession> all(@Nullable String userName) {
    String select = "select " + COLUMNS + " from portal_session";
    String order = " order by started_at desc, id";
    return userName == null
        ? sql.query(select + order, SessionStore::read)
        : sql.query(select + " where user_name = ?" + order, SessionStore::read, userName);
  }

  void seen(String id, Instant at) {
    sql.change("update portal_session set last_seen_at = ? where id = ?", at, id);
  }

  boolean delete(String id) {
    return sql.change("delete from portal_session where id = ?", id) > 0;
  }

  /**
   * Deletes the sessions of a user.
   *
   * @param except identity of one that goes on; null for none
   * @return how many
   */
  int deleteOfUser(String userName, @Nullable String except) {
    return sql.change(
        "delete from portal_session where user_name = ? and id <> ?",
        userName,
        except == null ? "" : except);
  }

  /** Deletes those that began on a node. */
  void deleteOfNode(String node) {
    sql.change("delete from portal_session where node = ?", node);
  }

  /** Deletes those that nobody used since a moment, or that began before one. */
  void deleteStale(Instant seenBefore, Instant startedBefore) {
    sql.change(
        "delete from portal_session where last_seen_at < ? or started_at < ?",
        seenBefore,
        startedBefore);
  }

  private static PortalSession read(ResultSet row) throws SQLException {
    return new PortalSession(
        row.getString("id"),
        row.getString("user_name"),
        SessionKind.valueOf(row.getString("kind")),
        row.getString("address"),
        row.getString("client"),
        Sql.instant(row, "started_at"),
        Sql.instant(row, "last_seen_at"));
  }

  private static <T> @Nullable T first(List<T> found) {
    return found.isEmpty() ? null : found.getFirst();
  }
}
