package org.comuta.cdr.journal;

import java.util.Optional;

/** What an entry tells. The codes are on disk and never change their meaning. */
enum EntryType {
  OPENED(1),
  ATTEMPTED(2),
  ANSWERED(3),
  ENDED(4),
  HEARTBEAT(5);

  private final int code;

  EntryType(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static Optional<EntryType> of(int code) {
    for (EntryType type : values()) {
      if (type.code == code) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
