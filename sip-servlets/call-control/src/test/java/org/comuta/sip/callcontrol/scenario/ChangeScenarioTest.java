package org.comuta.sip.callcontrol.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.comuta.call.CallRecord;
import org.comuta.call.Party;
import org.comuta.cause.Cause;
import org.comuta.cause.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeScenarioTest {
  @RegisterExtension static final Switch EXCHANGE = new Switch();

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource({
    "holds, is-held",
    "is-held, holds",
    "offers-in-vain, refuses-offer",
    "offers-late, is-asked-to-offer",
    "updates, updates",
    "digits, digits",
    "sends-digits-early, gets-digits-early",
    "glare, glare",
    "hurries, takes-time",
    "calls-off-offer, is-called-off",
  })
  void aCallChangesAndLivesOn(String caller, String called) throws Exception {
    EXCHANGE.connect();
    CallRecord record = EXCHANGE.call(EXCHANGE.caller(caller), EXCHANGE.called(called));
    assertThat(record.answeredAt()).isNotNull();
    assertThat(record.originRelease().by()).isEqualTo(Party.CALLER);
    assertThat(record.originRelease().cause()).isEqualTo(Cause.NORMAL_CLEARING);
  }

  @Test
  void aSideThatHasForgottenTheCallEndsIt() throws Exception {
    EXCHANGE.connect();
    CallRecord record =
        EXCHANGE.call(EXCHANGE.caller("finds-called-gone"), EXCHANGE.called("forgets-call"));
    assertThat(record.originRelease().failure()).isEqualTo(Failure.CALLED_UNREACHABLE);
  }
}
