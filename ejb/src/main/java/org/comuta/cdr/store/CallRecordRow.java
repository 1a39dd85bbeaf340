package org.comuta.cdr.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.comuta.call.AttemptRecord;
import org.comuta.call.CallRecord;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Cause;
import org.comuta.cause.Failure;
import org.jspecify.annotations.Nullable;

/** A record as a row of {@code call_record}. Times have microseconds. Any thread. */
final class CallRecordRow {
  private static final String COLUMNS =
      "id, call_id, revision, started_at, ringing_at, answered_at, ended_at, billable_ms,"
          + " origin_nap, destination_nap, route, calling_number, called_number,"
          + " outgoing_calling_number, outgoing_called_number, source, transport,"
          + " origin_protocol_call_id, destination_protocol_call_id, ended_by, failure,"
          + " origin_cause, origin_sip_status, origin_failure, origin_text,"
          + " destination_ended_by, destination_cause, destination_sip_status,"
          + " destination_failure, destination_text, attempts, trace, "
          + MediaColumns.NAMES;

  static final String SELECT = "select " + COLUMNS + " from call_record";
  static final String INSERT =
      "insert into call_record ("
          + COLUMNS
          + ") values (?"
          + ", ?".repeat(31 + MediaColumns.COUNT)
          + ")";

  private final CallRecordJson json = new CallRecordJson();

  void bind(PreparedStatement insert, CallRecord record) throws SQLException {
    AttemptRecord last = record.lastAttempt();
    Release origin = record.originRelease();
    Release destination = record.destinationRelease();
    Failure failure = origin.failure();
    if (failure == null && destination != null) {
      failure = destination.failure();
    }
    insert.setString(1, record.id());
    insert.setString(2, record.callId());
    insert.setLong(3, record.revision());
    insert.setObject(4, moment(record.startedAt()));
    insert.setObject(5, moment(record.ringingAt()));
    insert.setObject(6, moment(record.answeredAt()));
    insert.setObject(7, moment(record.endedAt()));
    insert.setLong(8, record.billableDuration().toMillis());
    insert.setString(9, record.originNap());
    insert.setString(10, last == null ? null : last.destinationNap());
    insert.setString(11, last == null ? null : last.route());
    insert.setString(12, record.callingNumber());
    insert.setString(13, record.calledNumber());
    insert.setString(14, last == null ? null : last.callingNumber());
    insert.setString(15, last == null ? null : last.calledNumber());
    insert.setString(16, record.source());
    insert.setString(17, record.transport());
    insert.setString(18, record.originProtocolCallId());
    insert.setString(19, last == null ? null : last.protocolCallId());
    insert.setString(20, origin.by().name());
    insert.setString(21, name(failure));
    insert.setInt(22, origin.cause().value());
    insert.setInt(23, origin.sipStatus());
    insert.setString(24, name(origin.failure()));
    insert.setString(25, origin.text());
    insert.setString(26, destination == null ? null : destination.by().name());
    insert.setObject(27, destination == null ? null : destination.cause().value());
    insert.setObject(28, destination == null ? null : destination.sipStatus());
    insert.setString(29, destination == null ? null : name(destination.failure()));
    insert.setString(30, destination == null ? null : destination.text());
    insert.setString(31, json.attempts(record.attempts()));
    insert.setString(32, json.trace(record.trace()));
    MediaColumns.bind(insert, 33, record.media());
  }

  CallRecord read(ResultSet row) throws SQLException {
    return new CallRecord(
        text(row, "id"),
        text(row, "call_id"),
        row.getLong("revision"),
        instant(row, "started_at"),
        instantOrNull(row, "ringing_at"),
        instantOrNull(row, "answered_at"),
        instant(row, "ended_at"),
        row.getString("origin_nap"),
        text(row, "source"),
        text(row, "transport"),
        text(row, "calling_number"),
        text(row, "called_number"),
        text(row, "origin_protocol_call_id"),
        new Release(
            Party.valueOf(text(row, "ended_by")),
            cause(row.getInt("origin_cause")),
            row.getInt("origin_sip_status"),
            failure(row.getString("origin_failure")),
            text(row, "origin_text")),
        destinationRelease(row),
        json.attempts(text(row, "attempts")),
        json.trace(text(row, "trace")),
        MediaColumns.read(row));
  }

  private static @Nullable Release destinationRelease(ResultSet row) throws SQLException {
    String by = row.getString("destination_ended_by");
    return by == null
        ? null
        : new Release(
            Party.valueOf(by),
            cause(row.getInt("destination_cause")),
            row.getInt("destination_sip_status"),
            failure(row.getString("destination_failure")),
            text(row, "destination_text"));
  }

  private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
    // Cut by us, because one database rounds and the other cuts.
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private static @Nullable String name(@Nullable Failure failure) {
    return failure == null ? null : failure.name();
  }

  private static @Nullable Failure failure(@Nullable String name) {
    return name == null ? null : Failure.valueOf(name);
  }

  private static Cause cause(int value) {
    return Cause.of(value).orElse(Cause.INTERWORKING);
  }

  private static String text(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
