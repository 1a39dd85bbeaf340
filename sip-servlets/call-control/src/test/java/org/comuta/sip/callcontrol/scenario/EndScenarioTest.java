package org.comuta.sip.callcontrol.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.comuta.call.CallRecord;
import org.comuta.call.Party;
import org.comuta.cause.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EndScenarioTest {
  @RegisterExtension static final Switch EXCHANGE = new Switch();

  @Test
  void aCallerWhoNeverAcknowledgesLosesTheCall() throws Exception {
    EXCHANGE.connect();
    CallRecord record =
        EXCHANGE.call(EXCHANGE.caller("never-acknowledges"), EXCHANGE.called("loses-caller"));
    assertThat(record.originRelease().failure()).isEqualTo(Failure.CALLER_UNREACHABLE);
  }

  @Test
  void aSilentSideIsAskedAndTheCallEndsWhenItDoesNotAnswer() throws Exception {
    EXCHANGE.connect("", "'sessionInactivity':4");
    CallRecord record =
        EXCHANGE.call(EXCHANGE.caller("loses-called"), EXCHANGE.called("goes-silent"));
    assertThat(record.originRelease().failure()).isEqualTo(Failure.CALLED_UNREACHABLE);
    assertThat(record.billableDuration()).isBetween(seconds(3), seconds(6));
  }

  @Test
  void aSilentSideThatAnswersWhenAskedKeepsItsCall() throws Exception {
    EXCHANGE.connect("", "'sessionInactivity':2");
    CallRecord record =
        EXCHANGE.call(EXCHANGE.caller("talks-long"), EXCHANGE.called("stays-alive"));
    assertThat(record.originRelease().by()).isEqualTo(Party.CALLER);
  }

  @Test
  void theLongestCallEndsOnBothSides() throws Exception {
    EXCHANGE.connect("'maxCallDuration':3", "'maxCallDuration':1");
    CallRecord record = EXCHANGE.call(EXCHANGE.caller("is-ended"), EXCHANGE.called("basic"));
    assertThat(record.originRelease().failure()).isEqualTo(Failure.LONGEST_CALL_REACHED);
    assertThat(record.billableDuration()).isBetween(seconds(1), seconds(2));
  }

  @Test
  void anAdministratorEndsACall() throws Exception {
    EXCHANGE.connect();
    try (Sipp answering = Sipp.answers(EXCHANGE.called("basic"));
        Sipp calling = Sipp.calls(EXCHANGE.caller("is-ended"), Switch.PORT, "2000")) {
      String callId = EXCHANGE.ledger().nextAnswered();
      assertThat(EXCHANGE.exchange().edges().callControl())
          .hasValueSatisfying(control -> assertThat(control.hangUp(callId)).isTrue());
      calling.succeeds();
      answering.succeeds();
    }
    CallRecord record = EXCHANGE.ledger().next();
    assertThat(record.originRelease().by()).isEqualTo(Party.ADMINISTRATOR);
    assertThat(record.originRelease().failure()).isEqualTo(Failure.ENDED_BY_ADMINISTRATOR);
  }

  @Test
  void nobodyHangsUpACallThatIsNot() {
    assertThat(EXCHANGE.exchange().edges().callControl())
        .hasValueSatisfying(control -> assertThat(control.hangUp("none")).isFalse());
  }

  private static java.time.Duration seconds(int seconds) {
    return java.time.Duration.ofSeconds(seconds);
  }
}
