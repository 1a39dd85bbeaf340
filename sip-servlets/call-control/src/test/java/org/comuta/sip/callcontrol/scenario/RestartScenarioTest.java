package org.comuta.sip.callcontrol.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.comuta.call.CallRecord;
import org.comuta.call.CallState;
import org.comuta.call.Party;
import org.comuta.call.answered.AnsweredCall;
import org.comuta.call.answered.AnsweredLeg;
import org.comuta.cause.Cause;
import org.comuta.cause.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answered calls go on when the exchange is killed and started again. */
class RestartScenarioTest {
  @RegisterExtension static final Switch EXCHANGE = new Switch();

  @ParameterizedTest(name = "{0} and {1}: ended by {2}")
  @CsvSource({
    "basic, basic, CALLER",
    "is-hung-up, hangs-up, CALLED",
    "holds, is-held, CALLER",
    "is-held, holds, CALLER",
    "updates, updates, CALLER",
    "digits, digits, CALLER",
    "offers-late, is-asked-to-offer, CALLER"
  })
  void aCallGoesOnAfterAKill(String caller, String called, Party endedBy) throws Exception {
    EXCHANGE.connect();
    CallRecord record = callAcrossARestart(caller, called);
    assertThat(record.originRelease().by()).isEqualTo(endedBy);
    assertThat(record.originRelease().failure()).isNull();
    assertThat(record.attempts()).hasSize(1);
    assertThat(record.answeredAt()).isNotNull();
    assertThat(record.originNap()).isEqualTo("caller");
    assertThat(record.trace()).isNotEmpty();
    Switch.await("sessions", () -> EXCHANGE.sessions() == 0);
  }

  @Test
  void theLongestCallEndsAtItsTime() throws Exception {
    EXCHANGE.connect("", "'maxCallDuration':3");
    CallRecord record = callAcrossARestart("is-ended", "basic");
    assertThat(record.originRelease().failure()).isEqualTo(Failure.LONGEST_CALL_REACHED);
    assertThat(record.billableDuration())
        .isBetween(Duration.ofMillis(2_900), Duration.ofSeconds(5));
  }

  @Test
  void aSideThatIsGoneIsFoundOut() throws Exception {
    EXCHANGE.connect("", "'sessionInactivity':4");
    CallRecord record = callAcrossARestart("loses-called", "goes-silent");
    assertThat(record.originRelease().failure()).isEqualTo(Failure.CALLED_UNREACHABLE);
    assertThat(record.originRelease().cause()).isEqualTo(Cause.RECOVERY_ON_TIMER_EXPIRY);
  }

  @Test
  void anAdministratorSeesAndEndsACallThatWentOn() throws Exception {
    EXCHANGE.connect();
    try (Sipp answering = Sipp.answers(EXCHANGE.called("basic"));
        Sipp calling = Sipp.calls(EXCHANGE.caller("is-ended"), Switch.PORT, "2000")) {
      String callId = EXCHANGE.nextAcknowledged();
      EXCHANGE.kill();
      EXCHANGE.start();
      assertThat(EXCHANGE.exchange().calls().live().find(callId))
          .isNotNull()
          .satisfies(call -> assertThat(call.view().state()).isEqualTo(CallState.ANSWERED));
      assertThat(EXCHANGE.exchange().admission().callsOf("caller")).isEqualTo(1);
      assertThat(EXCHANGE.exchange().admission().callsOver("first")).isEqualTo(1);
      assertThat(EXCHANGE.exchange().edges().callControl())
          .hasValueSatisfying(control -> assertThat(control.hangUp(callId)).isTrue());
      calling.succeeds();
      answering.succeeds();
    }
    CallRecord record = EXCHANGE.ledger().next();
    assertThat(record.originRelease().failure()).isEqualTo(Failure.ENDED_BY_ADMINISTRATOR);
  }

  @Test
  void aCallThatCannotGoOnEndsAndTheSideThatCanBeReachedIsTold() throws Exception {
    EXCHANGE.connect();
    CallRecord record;
    try (Sipp answering = Sipp.answers(EXCHANGE.called("basic"));
        Sipp calling = Sipp.calls(EXCHANGE.caller("is-stopped"), Switch.PORT, "2000")) {
      EXCHANGE.nextAcknowledged();
      EXCHANGE.kill();
      EXCHANGE.start(RestartScenarioTest::overATransportThatIsGone);
      calling.succeeds();
      record = EXCHANGE.ledger().next();
    }
    assertThat(record.originRelease().failure()).isEqualTo(Failure.SERVER_RESTARTED);
    assertThat(record.originRelease().cause()).isEqualTo(Cause.TEMPORARY_FAILURE);
    assertThat(record.answeredAt()).isNotNull();
    EXCHANGE.kill();
    EXCHANGE.start();
    assertThat(EXCHANGE.exchange().calls().live().size()).isZero();
  }

  private static AnsweredCall overATransportThatIsGone(AnsweredCall call) {
    AnsweredLeg leg = call.called();
    AnsweredLeg gone =
        new AnsweredLeg(
            leg.begunByPeer(),
            leg.sessions(),
            leg.protocolCallId(),
            leg.localTag(),
            leg.remoteTag(),
            leg.localParty(),
            leg.remoteParty(),
            leg.remoteTarget(),
            leg.routes(),
            leg.localSequence(),
            leg.remoteSequence(),
            "sctp",
            leg.outbound(),
            leg.ourAddress(),
            leg.inactivitySeconds(),
            leg.sdpSession(),
            leg.sdpVersion(),
            leg.sdpFingerprint());
    return new AnsweredCall(call.soFar(), call.caller(), gone, call.endsAt(), call.media());
  }

  @Test
  void aCallerWhoMayNotHaveTheAnswerIsAsked() throws Exception {
    EXCHANGE.connect();
    try (RawPeer caller = new RawPeer(EXCHANGE.port("caller"));
        Sipp answering = Sipp.answers(EXCHANGE.called("basic"))) {
      caller.send(invite(EXCHANGE.port("caller")));
      EXCHANGE.ledger().nextAnswered();
      while (!caller.receive("SIP/2.0").startsWith("SIP/2.0 200")) {
        // 100 and 180
      }
      EXCHANGE.kill();
      EXCHANGE.start();
      caller.receive("OPTIONS");
      caller.reply("481 Gone");
      answering.succeeds();
    }
    CallRecord record = EXCHANGE.ledger().next();
    assertThat(record.originRelease().failure()).isEqualTo(Failure.CALLER_UNREACHABLE);
  }

  private static String invite(int port) {
    return """
    INVITE sip:2000@127.0.0.1 SIP/2.0
    Via: SIP/2.0/UDP 127.0.0.1:%1$d;branch=z9hG4bKunacknowledged
    From: <sip:1000@127.0.0.1>;tag=unacknowledged
    To: <sip:2000@127.0.0.1>
    Call-ID: unacknowledged
    CSeq: 1 INVITE
    Contact: <sip:1000@127.0.0.1:%1$d>
    Max-Forwards: 70
    Content-Type: application/sdp
    Content-Length: 0

    """
        .formatted(port)
        .replace("\n", "\r\n");
  }

  private static CallRecord callAcrossARestart(String caller, String called) throws Exception {
    try (Sipp answering = Sipp.answers(EXCHANGE.called(called));
        Sipp calling = Sipp.calls(EXCHANGE.caller(caller), Switch.PORT, "2000")) {
      EXCHANGE.nextAcknowledged();
      EXCHANGE.kill();
      EXCHANGE.start();
      calling.succeeds();
      answering.succeeds();
    }
    return EXCHANGE.ledger().next();
  }
}
