package org.comuta.cdr.store;

import java.util.Optional;

/** What records can be searched by: the word of the API and the column. A fixed white list. */
enum FilterField {
  ORIGIN_NAP("originNap", "origin_nap", Kind.TEXT),
  DESTINATION_NAP("destinationNap", "destination_nap", Kind.TEXT),
  ROUTE("route", "route", Kind.TEXT),
  CALLING_NUMBER("callingNumber", "calling_number", Kind.NUMBER_PREFIX),
  CALLED_NUMBER("calledNumber", "called_number", Kind.NUMBER_PREFIX),
  CALL_ID("callId", "call_id", Kind.TEXT),
  ORIGIN_PROTOCOL_CALL_ID("originProtocolCallId", "origin_protocol_call_id", Kind.TEXT),
  ENDED_BY("endedBy", "ended_by", Kind.PARTY),
  FAILURE("failure", "failure", Kind.FAILURE),
  CAUSE("cause", "origin_cause", Kind.CAUSE),
  ANSWERED("answered", "answered_at", Kind.PRESENCE),
  FROM("from", "started_at", Kind.NOT_BEFORE),
  TO("to", "started_at", Kind.BEFORE);

  /** How a value is read and compared. */
  enum Kind {
    /** Equal. */
    TEXT,
    /** Equal, or begins with what stands before a final {@code *}. */
    NUMBER_PREFIX,
    /** Name of a {@link org.comuta.call.Party}. */
    PARTY,
    /** Name of a {@link org.comuta.cause.Failure}. */
    FAILURE,
    /** Whole number, the Q.850 cause of the caller's leg. */
    CAUSE,
    /** {@code true}: has a value; {@code false}: has none. */
    PRESENCE,
    /** Moment, ISO 8601 with offset; inclusive. */
    NOT_BEFORE,
    /** Moment, ISO 8601 with offset; exclusive. */
    BEFORE
  }

  private final String word;
  private final String column;
  private final Kind kind;

  FilterField(String word, String column, Kind kind) {
    this.word = word;
    this.column = column;
    this.kind = kind;
  }

  String word() {
    return word;
  }

  String column() {
    return column;
  }

  Kind kind() {
    return kind;
  }

  static Optional<FilterField> of(String word) {
    for (FilterField field : values()) {
      if (field.word.equals(word)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
