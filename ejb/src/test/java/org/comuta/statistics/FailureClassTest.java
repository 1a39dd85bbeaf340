package org.comuta.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Cause;
import org.comuta.cause.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureClassTest {
  @ParameterizedTest(name = "{0} ends it with {1} and {2}, rang: {3} → {4}")
  @CsvSource({
    // The user was reached.
    "CALLED, USER_BUSY,                        486, false, USER",
    "CALLED, USER_BUSY,                        600, true,  USER",
    "CALLED, NO_USER_RESPONDING,               480, false, USER",
    "CALLED, NO_ANSWER,                        480, true,  USER",
    "CALLED, SUBSCRIBER_ABSENT,                480, false, USER",
    "CALLED, CALL_REJECTED,                    603, true,  USER",
    "CALLED, CALL_REJECTED,                      0, false, USER",
    "CALLER, NORMAL_CLEARING,                  487, true,  USER",
    // The network, a peer or the caller.
    "CALLER, NORMAL_CLEARING,                  487, false, NORMAL",
    "CALLED, CALL_REJECTED,                    403, false, NORMAL",
    "CALLED, CALL_REJECTED,                    407, false, NORMAL",
    "CALLED, UNALLOCATED_NUMBER,               404, false, NORMAL",
    "CALLED, DESTINATION_OUT_OF_ORDER,         502, true,  NORMAL",
    "CALLED, NO_CIRCUIT_AVAILABLE,             503, false, RESOURCES",
    "CALLED, TEMPORARY_FAILURE,                500, false, RESOURCES",
    "CALLED, RESOURCE_UNAVAILABLE,             503, false, RESOURCES",
    "CALLED, QUALITY_OF_SERVICE_NOT_AVAILABLE, 500, false, SERVICE",
    "CALLED, SERVICE_NOT_AVAILABLE,            405, false, SERVICE",
    "CALLED, BEARER_CAPABILITY_NOT_IMPLEMENTED,488, false, NOT_IMPLEMENTED",
    "CALLED, SERVICE_NOT_IMPLEMENTED,          501, false, NOT_IMPLEMENTED",
    "CALLED, INVALID_CALL_REFERENCE,           500, false, INVALID",
    "CALLED, INVALID_MESSAGE,                  400, false, INVALID",
    "CALLED, MANDATORY_ELEMENT_MISSING,        500, false, PROTOCOL",
    "CALLED, PROTOCOL_ERROR,                   500, false, PROTOCOL",
    "CALLED, INTERWORKING,                     500, false, INTERWORKING",
  })
  void theClassFollowsFromWhoEndedItAndTheCause(
      Party by, Cause cause, int status, boolean rang, FailureClass expected) {
    assertThat(FailureClass.of(new Release(by, cause, status, null, ""), rang)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "NO_ANSWER,               USER",
    "DESTINATION_NO_RESPONSE, NORMAL",
    "UNKNOWN_SOURCE,          NORMAL",
    "NO_ROUTE,                NORMAL",
    "ORIGIN_LIMIT_REACHED,    RESOURCES",
    "ORIGIN_RATE_EXCEEDED,    RESOURCES",
    "MEDIA_PORTS_EXHAUSTED,   RESOURCES",
    "UNSUPPORTED_EXTENSION,   NOT_IMPLEMENTED",
    "MALFORMED_REQUEST,       INVALID",
  })
  void whatTheExchangeDecidesItselfIsOfTheUserOnlyWhereItRang(
      Failure failure, FailureClass expected) {
    assertThat(FailureClass.of(Release.of(failure), false)).isEqualTo(expected);
  }

  @Test
  void everyCauseHasAColumn() {
    for (Cause cause : Cause.values()) {
      FailureClass failure =
          FailureClass.of(new Release(Party.CALLED, cause, 500, null, ""), false);
      assertThat(Column.of(failure).name()).isEqualTo("FAILED_" + failure);
    }
  }
}
