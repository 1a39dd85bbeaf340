package org.comuta.cause;

/**
 * The default map between SIP final statuses and Q.850 causes: RFC 3398 section 8.2.6.1 (SIP to
 * ISUP) and section 7.2.4.1 (ISUP to SIP). Profiles will override it.
 */
public final class SipCauses {
  private SipCauses() {}

  /** The cause of a SIP final status of 300 to 699. */
  public static Cause causeOf(int sipStatus) {
    return switch (sipStatus) {
      case 400, 481, 500, 503, 504 -> Cause.TEMPORARY_FAILURE;
      case 401, 402, 403, 407, 603 -> Cause.CALL_REJECTED;
      case 404, 485, 604 -> Cause.UNALLOCATED_NUMBER;
      case 405 -> Cause.SERVICE_NOT_AVAILABLE;
      case 406, 415, 420, 421, 501 -> Cause.SERVICE_NOT_IMPLEMENTED;
      case 408 -> Cause.RECOVERY_ON_TIMER_EXPIRY;
      case 410 -> Cause.NUMBER_CHANGED;
      case 480 -> Cause.NO_USER_RESPONDING;
      case 482, 483 -> Cause.EXCHANGE_ROUTING_ERROR;
      case 484 -> Cause.INVALID_NUMBER_FORMAT;
      case 486, 600 -> Cause.USER_BUSY;
      case 488, 606 -> Cause.BEARER_CAPABILITY_NOT_AVAILABLE;
      case 502 -> Cause.NETWORK_OUT_OF_ORDER;
      default -> sipStatus < 400 ? Cause.REDIRECTION_TO_NEW_DESTINATION : Cause.INTERWORKING;
    };
  }

  /** The SIP final status that tells a cause to a caller, 400 to 699. */
  public static int statusOf(Cause cause) {
    return switch (cause) {
      case UNALLOCATED_NUMBER, NO_ROUTE_TO_TRANSIT_NETWORK, NO_ROUTE_TO_DESTINATION -> 404;
      case USER_BUSY -> 486;
      case NO_USER_RESPONDING -> 408;
      case NO_ANSWER, SUBSCRIBER_ABSENT, NORMAL_UNSPECIFIED -> 480;
      case CALL_REJECTED,
          OUTGOING_CALLS_BARRED_IN_GROUP,
          INCOMING_CALLS_BARRED_IN_GROUP,
          BEARER_CAPABILITY_NOT_AUTHORIZED,
          USER_NOT_IN_GROUP ->
          403;
      case NUMBER_CHANGED, REDIRECTION_TO_NEW_DESTINATION -> 410;
      case NON_SELECTED_USER_CLEARING -> 404;
      case DESTINATION_OUT_OF_ORDER -> 502;
      case INVALID_NUMBER_FORMAT -> 484;
      case FACILITY_REJECTED, FACILITY_NOT_IMPLEMENTED, SERVICE_NOT_IMPLEMENTED -> 501;
      case NO_CIRCUIT_AVAILABLE,
          NETWORK_OUT_OF_ORDER,
          TEMPORARY_FAILURE,
          SWITCHING_EQUIPMENT_CONGESTION,
          RESOURCE_UNAVAILABLE,
          INCOMPATIBLE_DESTINATION ->
          503;
      case RECOVERY_ON_TIMER_EXPIRY -> 504;
      case BEARER_CAPABILITY_NOT_AVAILABLE,
          BEARER_CAPABILITY_NOT_IMPLEMENTED,
          RESTRICTED_BEARER_CAPABILITY_ONLY ->
          488;
      // RFC 3398 7.2.4.1 gives 500 to every cause it does not list.
      default -> 500;
    };
  }
}
