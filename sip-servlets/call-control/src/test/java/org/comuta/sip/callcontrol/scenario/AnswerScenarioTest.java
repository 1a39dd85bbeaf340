package org.comuta.sip.callcontrol.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.comuta.call.AttemptRecord;
import org.comuta.call.CallRecord;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnswerScenarioTest {
  @RegisterExtension static final Switch EXCHANGE = new Switch();

  @Test
  void aCallIsAnsweredAndTheCallerHangsUp() throws Exception {
    EXCHANGE.connect();
    CallRecord record = EXCHANGE.call(EXCHANGE.caller("basic"), EXCHANGE.called("basic"));
    assertThat(record.originNap()).isEqualTo("caller");
    assertThat(record.callingNumber()).isEqualTo("1000");
    assertThat(record.calledNumber()).isEqualTo("2000");
    assertThat(record.source()).isEqualTo("127.0.0.1:" + EXCHANGE.port("caller"));
    assertThat(record.transport()).isEqualTo("UDP");
    assertThat(record.answeredAt()).isAfter(record.ringingAt()).isBefore(record.endedAt());
    Release hungUp = new Release(Party.CALLER, Cause.NORMAL_CLEARING, 0, null, "");
    assertThat(record.originRelease()).isEqualTo(hungUp);
    assertThat(record.destinationRelease()).isEqualTo(hungUp);
    assertThat(record.attempts()).hasSize(1);
    AttemptRecord attempt = record.attempts().getFirst();
    assertThat(attempt.route()).isEqualTo("first");
    assertThat(attempt.destinationNap()).isEqualTo("called");
    assertThat(attempt.protocolCallId()).isNotBlank().isNotEqualTo(record.originProtocolCallId());
  }

  @Test
  void theCalledSideHangsUpAndItsCausePasses() throws Exception {
    EXCHANGE.connect();
    CallRecord record = EXCHANGE.call(EXCHANGE.caller("is-hung-up"), EXCHANGE.called("hangs-up"));
    assertThat(record.originRelease())
        .isEqualTo(new Release(Party.CALLED, Cause.NORMAL_UNSPECIFIED, 0, null, ""));
  }

  @Test
  void earlyMediaPassBeforeTheAnswer() throws Exception {
    EXCHANGE.connect();
    CallRecord record =
        EXCHANGE.call(EXCHANGE.caller("early-media"), EXCHANGE.called("early-media"));
    assertThat(record.ringingAt()).isNotNull();
  }

  @Test
  void anOfferInTheAnswerIsAnsweredInTheAck() throws Exception {
    EXCHANGE.connect();
    CallRecord record = EXCHANGE.call(EXCHANGE.caller("late-offer"), EXCHANGE.called("late-offer"));
    assertThat(record.answeredAt()).isNotNull();
  }

  @Test
  void ofAForkedCallTheFirstAnswerWinsAndTheOtherIsHungUp() throws Exception {
    EXCHANGE.connect();
    CallRecord record = EXCHANGE.call(EXCHANGE.caller("sees-one-fork"), EXCHANGE.called("forks"));
    assertThat(record.attempts()).hasSize(1);
    assertThat(record.originRelease().by()).isEqualTo(Party.CALLER);
    Switch.await("sessions left", () -> EXCHANGE.sessions() == 0);
  }

  @Test
  void aForkThatNeverAnswersIsForgotten() throws Exception {
    EXCHANGE.connect();
    CallRecord record = EXCHANGE.call(EXCHANGE.caller("basic"), EXCHANGE.called("forks-in-vain"));
    assertThat(record.answeredAt()).isNotNull();
    Switch.await("sessions left", () -> EXCHANGE.sessions() == 0);
  }
}
