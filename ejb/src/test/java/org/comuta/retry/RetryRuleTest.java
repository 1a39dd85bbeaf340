package org.comuta.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comuta.Sample.nap;

import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Cause;
import org.comuta.cause.Failure;
import org.comuta.cause.SipCauses;
import org.comuta.nap.Nap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryRuleTest {
  private static final Nap DEFAULTS = nap("in", "192.0.2.1");
  private static final Nap ONLY_BUSY = nap("in", "192.0.2.1", "'retryCauses': [17]");
  private static final Nap NOTHING = nap("in", "192.0.2.1", "'retryCauses': []");

  private final RetryRule rule = new RetryRule();

  /** What call control makes of a response; cause 0 when it has no Reason header. */
  private static Release response(int status, int cause) {
    Cause told = cause == 0 ? SipCauses.causeOf(status) : Cause.of(cause).orElseThrow();
    return new Release(Party.CALLED, told, status, null, "");
  }

  @ParameterizedTest(name = "{0} with cause {1}: default {2}, only busy {3}")
  @CsvSource({
    "500, 0,  true,  false",
    "502, 0,  true,  false",
    "503, 0,  true,  false",
    "504, 0,  true,  false",
    "486, 0,  false, true",
    "600, 0,  false, true",
    "603, 0,  false, false",
    "480, 0,  false, false",
    "404, 0,  false, false",
    "408, 0,  false, false",
    "488, 0,  false, false",
    "302, 0,  false, false",
    // a Reason header's cause wins over the status
    "503, 17, false, true",
    "500, 1,  false, false",
    "480, 34, true,  false",
    "404, 27, true,  false",
    "486, 41, true,  false",
    "603, 38, true,  false",
    "480, 42, true,  false",
    "487, 47, true,  false",
  })
  void theCauseDecides(int status, int cause, boolean byDefault, boolean onlyBusy) {
    Release release = response(status, cause);

    assertThat(rule.retries(DEFAULTS, release)).isEqualTo(byDefault);
    assertThat(rule.retries(ONLY_BUSY, release)).isEqualTo(onlyBusy);
    assertThat(rule.retries(NOTHING, release)).isFalse();
  }

  @ParameterizedTest(name = "{0}: default {1}, empty list {2}")
  @CsvSource({
    "DESTINATION_NO_RESPONSE,   true,  false",
    "DESTINATION_UNREACHABLE,   true,  false",
    "DESTINATION_LIMIT_REACHED, true,  true",
    "DESTINATION_RATE_EXCEEDED, true,  true",
    "INTERNAL_ERROR,            true,  false",
    "NO_ANSWER,                 false, false",
    "ABANDONED,                 false, false",
    "ENDED_BY_ADMINISTRATOR,    false, false",
    "SHUTTING_DOWN,             false, false",
  })
  void ourOwnFailuresRetryWhereAnotherWayMayHelp(
      Failure failure, boolean byDefault, boolean never) {
    assertThat(rule.retries(DEFAULTS, Release.of(failure))).isEqualTo(byDefault);
    assertThat(rule.retries(NOTHING, Release.of(failure))).isEqualTo(never);
  }

  @Test
  void noAnswerRetriesWhereItIsListed() {
    Nap origin = nap("in", "192.0.2.1", "'retryCauses': [19]");

    assertThat(rule.retries(origin, Release.of(Failure.NO_ANSWER))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"CALLER", "ADMINISTRATOR"})
  void whoeverWantedTheCallToEndIsNotTriedAgainst(Party by) {
    Release release = new Release(by, Cause.TEMPORARY_FAILURE, 503, null, "");

    assertThat(rule.retries(DEFAULTS, release)).isFalse();
  }
}
