package org.comuta.cdr.store;

import static java.util.Map.entry;
import static org.comuta.listing.SqlFields.Field.always;
import static org.comuta.listing.SqlFields.Field.maybe;

import java.util.Map;
import org.comuta.listing.SqlFields;
import org.comuta.listing.SqlFields.Kind;

/** What records can be sorted and selected by: a fixed white list of columns and expressions. */
final class RecordFields {
  /** The worse of both legs. */
  private static final String MOS =
      "(case when origin_mos is null or destination_mos < origin_mos then destination_mos"
          + " else origin_mos end)";

  /** Percent of the worse leg. */
  private static final String LOSS =
      "(case when media_mode is null then null else greatest("
          + loss("origin")
          + ", "
          + loss("destination")
          + ") end)";

  static final SqlFields ALL =
      new SqlFields(
          Map.ofEntries(
              entry("id", always("id", Kind.CODE)),
              entry("callId", always("call_id", Kind.CODE)),
              entry("revision", always("revision", Kind.NUMBER)),
              entry("startedAt", always("started_at", Kind.MOMENT)),
              entry("ringingAt", maybe("ringing_at", Kind.MOMENT)),
              entry("answeredAt", maybe("answered_at", Kind.MOMENT)),
              entry("endedAt", always("ended_at", Kind.MOMENT)),
              entry("answered", maybe("answered_at", Kind.PRESENCE)),
              entry("billable", always("billable_ms", Kind.MILLIS)),
              entry("billableMillis", always("billable_ms", Kind.NUMBER)),
              entry("originNap", maybe("origin_nap", Kind.TEXT)),
              entry("destinationNap", maybe("destination_nap", Kind.TEXT)),
              entry("route", maybe("route", Kind.TEXT)),
              entry("callingNumber", always("calling_number", Kind.CODE)),
              entry("calledNumber", always("called_number", Kind.CODE)),
              entry("outgoingCallingNumber", maybe("outgoing_calling_number", Kind.CODE)),
              entry("outgoingCalledNumber", maybe("outgoing_called_number", Kind.CODE)),
              entry("source", always("source", Kind.CODE)),
              entry("transport", always("transport", Kind.TEXT)),
              entry("originProtocolCallId", always("origin_protocol_call_id", Kind.CODE)),
              entry("destinationProtocolCallId", maybe("destination_protocol_call_id", Kind.CODE)),
              entry("endedBy", always("ended_by", Kind.WORD)),
              entry("failure", maybe("failure", Kind.WORD)),
              entry("cause", always("origin_cause", Kind.NUMBER)),
              entry("sipStatus", always("origin_sip_status", Kind.NUMBER)),
              entry("destinationCause", maybe("destination_cause", Kind.NUMBER)),
              entry("mediaMode", maybe("media_mode", Kind.WORD)),
              entry("mos", maybe(MOS, Kind.NUMBER)),
              entry("loss", maybe(LOSS, Kind.NUMBER))));

  private RecordFields() {}

  private static String loss(String leg) {
    return "coalesce(100.0 * # / nullif(@ + #, 0), 0)"
        .replace("#", leg + "_packets_lost")
        .replace("@", leg + "_packets_received");
  }
}
