package org.comuta.statistics;

import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Failure;

/**
 * Why a call or a try was not answered: because of the called user, whom it reached, or by the
 * class of its cause (ITU-T Q.850, 2.2.5: the upper three bits of the cause value).
 */
public enum FailureClass {
  /**
   * The network did what it could: busy, no answer, absent, declined, or the caller gave up while
   * it rang. These count as effective (ITU-T E.425).
   */
  USER,
  /** Classes 000 and 001, normal events, other than those of the user: no such number, no route. */
  NORMAL,
  /** Class 010: no circuit, congestion, a network or an equipment out of order. */
  RESOURCES,
  /** Class 011: a service or an option that is not available or not subscribed. */
  SERVICE,
  /** Class 100: a service or an option that is not implemented. */
  NOT_IMPLEMENTED,
  /** Class 101: an invalid message, such as a parameter out of range. */
  INVALID,
  /** Class 110: a protocol error, such as a message that never came. */
  PROTOCOL,
  /** Class 111: interworking, the cause is not known. */
  INTERWORKING;

  /**
   * The class of an end without an answer.
   *
   * @param rang whether the destination had rung
   */
  public static FailureClass of(Release release, boolean rang) {
    if (isOfTheUser(release, rang)) {
      return USER;
    }
    return switch (release.cause().value() >> 4) {
      case 0, 1 -> NORMAL;
      case 2 -> RESOURCES;
      case 3 -> SERVICE;
      case 4 -> NOT_IMPLEMENTED;
      case 5 -> INVALID;
      case 6 -> PROTOCOL;
      default -> INTERWORKING;
    };
  }

  private static boolean isOfTheUser(Release release, boolean rang) {
    Failure failure = release.failure();
    if (failure == Failure.NO_ANSWER) {
      return true;
    }
    if (release.by() == Party.CALLER) {
      return rang;
    }
    return failure == null
        && switch (release.cause()) {
          case USER_BUSY, NO_USER_RESPONDING, NO_ANSWER, SUBSCRIBER_ABSENT -> true;
          // Statuses of RFC 3398 that say who may not call, which is no word of the called user.
          case CALL_REJECTED -> release.sipStatus() == 0 || release.sipStatus() == 603;
          default -> false;
        };
  }
}
