package org.comuta.cdr.textfile;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.comuta.call.AttemptRecord;
import org.comuta.call.CallRecord;
import org.comuta.call.LegMedia;
import org.comuta.call.MediaRecord;
import org.comuta.call.Release;
import org.jspecify.annotations.Nullable;

/**
 * The fields a line can show. Each has the API's word, the same in snake case, and the gateway
 * manual's word where that differs.
 */
enum RecordField {
  ID("id", line -> line.call().id()),
  CALL_ID("callId", line -> line.call().callId()),
  REVISION("revision", line -> line.call().revision()),
  STARTED_AT("startedAt", line -> line.call().startedAt(), "start_time"),
  RINGING_AT("ringingAt", line -> line.call().ringingAt(), "ringing_time"),
  ANSWERED_AT("answeredAt", line -> line.call().answeredAt(), "answer_time"),
  ENDED_AT("endedAt", line -> line.call().endedAt(), "end_time"),
  TOTAL_SECONDS(
      "totalSeconds",
      line -> Duration.between(line.call().startedAt(), line.call().endedAt()).toSeconds(),
      "total_duration"),
  BILLABLE_SECONDS(
      "billableSeconds", line -> line.call().billableDuration().toSeconds(), "duration"),
  BILLABLE_MILLIS("billableMillis", line -> line.call().billableDuration().toMillis()),
  ANSWERED("answered", line -> line.call().answeredAt() != null),
  ORIGIN_NAP("originNap", line -> line.call().originNap(), "orig_nap", "source_nap"),
  DESTINATION_NAP("destinationNap", ofAttempt(AttemptRecord::destinationNap), "dest_nap"),
  /** Group the destination was chosen from; a call that no group distributed has none. */
  NAP_GROUP("napGroup", line -> null),
  ROUTE("route", ofAttempt(AttemptRecord::route), "route_name"),
  CALLING_NUMBER("callingNumber", line -> line.call().callingNumber(), "orig_number", "caller"),
  CALLED_NUMBER("calledNumber", line -> line.call().calledNumber(), "dest_number", "called"),
  OUTGOING_CALLING_NUMBER(
      "outgoingCallingNumber", ofAttempt(AttemptRecord::callingNumber), "out_calling_number"),
  OUTGOING_CALLED_NUMBER(
      "outgoingCalledNumber", ofAttempt(AttemptRecord::calledNumber), "out_called_number"),
  SOURCE("source", line -> line.call().source(), "source_address"),
  TRANSPORT("transport", line -> line.call().transport()),
  ORIGIN_PROTOCOL_CALL_ID(
      "originProtocolCallId", line -> line.call().originProtocolCallId(), "orig_call_id"),
  DESTINATION_PROTOCOL_CALL_ID(
      "destinationProtocolCallId", ofAttempt(AttemptRecord::protocolCallId), "dest_call_id"),
  ENDED_BY("endedBy", line -> line.call().originRelease().by(), "disconnected_by"),
  FAILURE("failure", RecordField::failure),
  ORIGIN_CAUSE("originCause", ofOrigin(release -> release.cause().value()), "orig_cause"),
  ORIGIN_SIP_STATUS("originSipStatus", ofOrigin(Release::sipStatus), "orig_sip_status"),
  ORIGIN_TEXT("originText", ofOrigin(Release::text), "orig_text"),
  DESTINATION_CAUSE(
      "destinationCause", ofDestination(release -> release.cause().value()), "dest_cause"),
  DESTINATION_SIP_STATUS(
      "destinationSipStatus", ofDestination(Release::sipStatus), "dest_sip_status"),
  DESTINATION_TEXT("destinationText", ofDestination(Release::text), "dest_text"),
  ATTEMPT("attempt", ofAttempt(AttemptRecord::number)),
  ATTEMPTS("attempts", line -> line.call().attempts().size()),
  ATTEMPT_STARTED_AT("attemptStartedAt", ofAttempt(AttemptRecord::startedAt)),
  ATTEMPT_RINGING_AT("attemptRingingAt", ofAttempt(AttemptRecord::ringingAt)),
  ATTEMPT_ANSWERED_AT("attemptAnsweredAt", ofAttempt(AttemptRecord::answeredAt)),
  ATTEMPT_ENDED_AT("attemptEndedAt", ofAttempt(AttemptRecord::endedAt)),
  MEDIA_MODE("mediaMode", ofMedia(MediaRecord::mode)),
  ORIGIN_CODEC("originCodec", ofOriginMedia(LegMedia::codec), "orig_codec"),
  ORIGIN_MEDIA_SOURCE("originMediaSource", ofOriginMedia(LegMedia::source), "orig_media_source"),
  ORIGIN_PACKETS_RECEIVED(
      "originPacketsReceived", ofOriginMedia(LegMedia::packetsReceived), "orig_packets_received"),
  ORIGIN_OCTETS_RECEIVED(
      "originOctetsReceived", ofOriginMedia(LegMedia::octetsReceived), "orig_octets_received"),
  ORIGIN_PACKETS_SENT(
      "originPacketsSent", ofOriginMedia(LegMedia::packetsSent), "orig_packets_sent"),
  ORIGIN_OCTETS_SENT("originOctetsSent", ofOriginMedia(LegMedia::octetsSent), "orig_octets_sent"),
  ORIGIN_PACKETS_LOST(
      "originPacketsLost", ofOriginMedia(LegMedia::packetsLost), "orig_packets_lost"),
  ORIGIN_JITTER_MILLIS("originJitterMillis", ofOriginMedia(LegMedia::jitterMillis), "orig_jitter"),
  ORIGIN_ROUND_TRIP_MILLIS(
      "originRoundTripMillis", ofOriginMedia(LegMedia::roundTripMillis), "orig_round_trip"),
  ORIGIN_MOS("originMos", ofOriginMedia(LegMedia::mos), "orig_mos"),
  DESTINATION_CODEC("destinationCodec", ofDestinationMedia(LegMedia::codec), "dest_codec"),
  DESTINATION_MEDIA_SOURCE(
      "destinationMediaSource", ofDestinationMedia(LegMedia::source), "dest_media_source"),
  DESTINATION_PACKETS_RECEIVED(
      "destinationPacketsReceived",
      ofDestinationMedia(LegMedia::packetsReceived),
      "dest_packets_received"),
  DESTINATION_OCTETS_RECEIVED(
      "destinationOctetsReceived",
      ofDestinationMedia(LegMedia::octetsReceived),
      "dest_octets_received"),
  DESTINATION_PACKETS_SENT(
      "destinationPacketsSent", ofDestinationMedia(LegMedia::packetsSent), "dest_packets_sent"),
  DESTINATION_OCTETS_SENT(
      "destinationOctetsSent", ofDestinationMedia(LegMedia::octetsSent), "dest_octets_sent"),
  DESTINATION_PACKETS_LOST(
      "destinationPacketsLost", ofDestinationMedia(LegMedia::packetsLost), "dest_packets_lost"),
  DESTINATION_JITTER_MILLIS(
      "destinationJitterMillis", ofDestinationMedia(LegMedia::jitterMillis), "dest_jitter"),
  DESTINATION_ROUND_TRIP_MILLIS(
      "destinationRoundTripMillis",
      ofDestinationMedia(LegMedia::roundTripMillis),
      "dest_round_trip"),
  DESTINATION_MOS("destinationMos", ofDestinationMedia(LegMedia::mos), "dest_mos");

  /**
   * What a line is about.
   *
   * @param attempt the try of this line, or the last one; null when none was begun
   * @param destination how the leg of that try ended
   */
  record Line(CallRecord call, @Nullable AttemptRecord attempt, @Nullable Release destination) {}

  /** Reads a value; a sub-interface because the value may be missing. */
  private interface Value {
    @Nullable Object of(Line line);
  }

  private static final Map<String, RecordField> BY_WORD = new HashMap<>();

  static {
    for (RecordField field : values()) {
      BY_WORD.put(field.word, field);
      BY_WORD.put(snakeCase(field.word), field);
      for (String alias : field.aliases) {
        BY_WORD.put(alias, field);
      }
    }
  }

  private final String word;

  // An immutable list behind an interface: of() never keeps the array.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> aliases;

  // Every reader is a pure function of the line.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Value value;

  RecordField(String word, Value value, String... aliases) {
    this.word = word;
    this.value = value;
    this.aliases = List.of(aliases);
  }

  static Optional<RecordField> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  String word() {
    return word;
  }

  /** Further words of the same field. */
  List<String> aliases() {
    return aliases;
  }

  /** Whether the value is a moment, which can be shown by a pattern. */
  boolean isMoment() {
    return word.endsWith("At");
  }

  /** The value of this line: an {@link Instant} for a moment; null when there is none. */
  @Nullable Object value(Line line) {
    return value.of(line);
  }

  static String snakeCase(String word) {
    return word.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static @Nullable Object failure(Line line) {
    Object failure = line.call().originRelease().failure();
    Release destination = line.destination();
    return failure == null && destination != null ? destination.failure() : failure;
  }

  private static Value ofOrigin(Function<Release, Object> value) {
    return line -> value.apply(line.call().originRelease());
  }

  private static Value ofDestination(Function<Release, Object> value) {
    return line -> {
      Release destination = line.destination();
      return destination == null ? null : value.apply(destination);
    };
  }

  private static Value ofAttempt(Function<AttemptRecord, @Nullable Object> value) {
    return line -> {
      AttemptRecord attempt = line.attempt();
      return attempt == null ? null : value.apply(attempt);
    };
  }

  private static Value ofMedia(Function<MediaRecord, @Nullable Object> value) {
    return line -> {
      MediaRecord media = line.call().media();
      return media == null ? null : value.apply(media);
    };
  }

  private static Value ofOriginMedia(Function<LegMedia, @Nullable Object> value) {
    return ofMedia(media -> media.origin() == null ? null : value.apply(media.origin()));
  }

  private static Value ofDestinationMedia(Function<LegMedia, @Nullable Object> value) {
    return ofMedia(media -> media.destination() == null ? null : value.apply(media.destination()));
  }
}
