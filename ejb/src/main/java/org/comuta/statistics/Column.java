package org.comuta.statistics;

import java.util.Locale;

/**
 * One number that is counted over a time. All of them add, over time and over scopes, but {@link
 * #PEAK_CALLS}, of which the largest counts.
 */
public enum Column {
  /** Calls that came, or tries that were made (seizures, ITU-T E.600). */
  SEIZURES(0),
  /** Of those decided in this time, the ones that were answered. */
  ANSWERED(1),
  FAILED_USER(2),
  FAILED_NORMAL(3),
  FAILED_RESOURCES(4),
  FAILED_SERVICE(5),
  FAILED_NOT_IMPLEMENTED(6),
  FAILED_INVALID(7),
  FAILED_PROTOCOL(8),
  FAILED_INTERWORKING(9),
  /** Answered calls that ended. */
  COMPLETED(10),
  /** Their time from answer to end, ms. */
  TALK_MILLIS(11),
  /** Calls that rang, or were answered at once. */
  PROGRESSED(12),
  /** Their time from beginning to that, ms. */
  POST_DIAL_MILLIS(13),
  /** Calls there were, summed over the seconds: traffic in call seconds. */
  CALL_SECONDS(14),
  /** Most calls there were at the end of a second. */
  PEAK_CALLS(15);

  /** How many there are. */
  static final int COUNT = values().length;

  private final int place;

  Column(int place) {
    this.place = place;
  }

  /** Its place in an array of all. */
  int place() {
    return place;
  }

  /** The column that counts failures of this class. */
  static Column of(FailureClass failure) {
    return switch (failure) {
      case USER -> FAILED_USER;
      case NORMAL -> FAILED_NORMAL;
      case RESOURCES -> FAILED_RESOURCES;
      case SERVICE -> FAILED_SERVICE;
      case NOT_IMPLEMENTED -> FAILED_NOT_IMPLEMENTED;
      case INVALID -> FAILED_INVALID;
      case PROTOCOL -> FAILED_PROTOCOL;
      case INTERWORKING -> FAILED_INTERWORKING;
    };
  }

  /** Name in the database. */
  String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
