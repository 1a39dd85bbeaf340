package org.comuta.cdr.store;

import java.util.Optional;

/** What records can be sorted by: the word of the API and the column. A fixed white list. */
enum SortField {
  STARTED_AT("startedAt", "started_at"),
  ENDED_AT("endedAt", "ended_at"),
  BILLABLE_MILLIS("billableMillis", "billable_ms"),
  ORIGIN_NAP("originNap", "origin_nap"),
  DESTINATION_NAP("destinationNap", "destination_nap"),
  ROUTE("route", "route"),
  CALLING_NUMBER("callingNumber", "calling_number"),
  CALLED_NUMBER("calledNumber", "called_number");

  private final String word;
  private final String column;

  SortField(String word, String column) {
    this.word = word;
    this.column = column;
  }

  String column() {
    return column;
  }

  static Optional<SortField> of(String word) {
    for (SortField field : values()) {
      if (field.word.equals(word)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
