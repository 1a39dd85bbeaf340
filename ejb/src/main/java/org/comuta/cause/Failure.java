package org.comuta.cause;

/**
 * Why the exchange itself refused or ended a call. One catalogue serves call control, call record,
 * API and portal: each entry says whose fault it is, its Q.850 cause and the SIP status the caller
 * is told (0 where the call had been answered and ends by BYE).
 */
public enum Failure {
  UNKNOWN_SOURCE(Fault.CALLER, Cause.CALL_REJECTED, 403),
  MALFORMED_REQUEST(Fault.CALLER, Cause.INVALID_MESSAGE, 400),
  UNSUPPORTED_EXTENSION(Fault.CALLER, Cause.FACILITY_NOT_IMPLEMENTED, 420),
  LOOP_DETECTED(Fault.CALLER, Cause.EXCHANGE_ROUTING_ERROR, 483),
  ORIGIN_LIMIT_REACHED(Fault.CALLER, Cause.NO_CIRCUIT_AVAILABLE, 503),
  ORIGIN_RATE_EXCEEDED(Fault.CALLER, Cause.SWITCHING_EQUIPMENT_CONGESTION, 503),
  ABANDONED(Fault.CALLER, Cause.NORMAL_CLEARING, 487),
  CALLER_UNREACHABLE(Fault.CALLER, Cause.RECOVERY_ON_TIMER_EXPIRY, 0),
  NO_ROUTE(Fault.CONFIGURATION, Cause.NO_ROUTE_TO_DESTINATION, 404),
  NO_DESTINATION_AVAILABLE(Fault.UPSTREAM, Cause.NO_CIRCUIT_AVAILABLE, 503),
  DESTINATION_LIMIT_REACHED(Fault.UPSTREAM, Cause.NO_CIRCUIT_AVAILABLE, 503),
  DESTINATION_RATE_EXCEEDED(Fault.UPSTREAM, Cause.SWITCHING_EQUIPMENT_CONGESTION, 503),
  DESTINATION_UNREACHABLE(Fault.UPSTREAM, Cause.DESTINATION_OUT_OF_ORDER, 503),
  DESTINATION_NO_RESPONSE(Fault.UPSTREAM, Cause.NO_USER_RESPONDING, 408),
  NO_ANSWER(Fault.CALLED, Cause.NO_ANSWER, 480),
  CALLED_UNREACHABLE(Fault.CALLED, Cause.RECOVERY_ON_TIMER_EXPIRY, 0),
  MEDIA_SILENT(Fault.UPSTREAM, Cause.RECOVERY_ON_TIMER_EXPIRY, 0),
  LONGEST_CALL_REACHED(Fault.CONFIGURATION, Cause.NORMAL_UNSPECIFIED, 0),
  ENDED_BY_ADMINISTRATOR(Fault.EXCHANGE, Cause.NORMAL_UNSPECIFIED, 480),
  MEDIA_ADDRESS_MISSING(Fault.CONFIGURATION, Cause.NETWORK_OUT_OF_ORDER, 503),
  MEDIA_PORTS_EXHAUSTED(Fault.EXCHANGE, Cause.NO_CIRCUIT_AVAILABLE, 503),
  MEDIA_RESOURCES_EXHAUSTED(Fault.EXCHANGE, Cause.SWITCHING_EQUIPMENT_CONGESTION, 503),
  MEDIA_ENGINE_LOST(Fault.EXCHANGE, Cause.TEMPORARY_FAILURE, 503),
  OVERLOADED(Fault.EXCHANGE, Cause.SWITCHING_EQUIPMENT_CONGESTION, 503),
  RECORDS_UNAVAILABLE(Fault.EXCHANGE, Cause.SWITCHING_EQUIPMENT_CONGESTION, 503),
  SHUTTING_DOWN(Fault.EXCHANGE, Cause.TEMPORARY_FAILURE, 503),
  SERVER_RESTARTED(Fault.EXCHANGE, Cause.TEMPORARY_FAILURE, 0),
  INTERNAL_ERROR(Fault.EXCHANGE, Cause.TEMPORARY_FAILURE, 500);

  private final Fault fault;
  private final Cause cause;
  private final int sipStatus;

  Failure(Fault fault, Cause cause, int sipStatus) {
    this.fault = fault;
    this.cause = cause;
    this.sipStatus = sipStatus;
  }

  public Fault fault() {
    return fault;
  }

  public Cause cause() {
    return cause;
  }

  /** SIP status for the caller, 400 to 699; 0 where only an answered call can end so. */
  public int sipStatus() {
    return sipStatus;
  }
}
