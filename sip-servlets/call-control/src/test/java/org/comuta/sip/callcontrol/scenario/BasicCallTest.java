package org.comuta.sip.callcontrol.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.comuta.call.CallRecord;
import org.comuta.call.Party;
import org.comuta.cause.Cause;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BasicCallTest {
  private Switch exchange;

  @BeforeAll
  void start() throws Exception {
    exchange = Switch.start();
  }

  @AfterAll
  void stop() {
    exchange.close();
  }

  @Test
  void aCallIsAnsweredAndTheCallerHangsUp() throws Exception {
    exchange.connect("", "");
    CallRecord record = exchange.call(Switch.caller("basic"), Switch.called("basic"));
    assertThat(record.originNap()).isEqualTo("caller");
    assertThat(record.callingNumber()).isEqualTo("1000");
    assertThat(record.calledNumber()).isEqualTo("2000");
    assertThat(record.ringingAt()).isNotNull();
    assertThat(record.answeredAt()).isNotNull();
    assertThat(record.originRelease().by()).isEqualTo(Party.CALLER);
    assertThat(record.originRelease().cause()).isEqualTo(Cause.NORMAL_CLEARING);
    assertThat(record.attempts()).hasSize(1);
  }
}
