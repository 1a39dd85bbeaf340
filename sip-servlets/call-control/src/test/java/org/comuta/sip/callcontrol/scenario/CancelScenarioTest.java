package org.comuta.sip.callcontrol.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.comuta.call.CallRecord;
import org.comuta.call.Party;
import org.comuta.cause.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CancelScenarioTest {
  @RegisterExtension static final Switch EXCHANGE = new Switch();

  @Test
  void aCallerWhoGivesUpEndsTheCallAndItsReasonPasses() throws Exception {
    EXCHANGE.connect();
    abandoned(EXCHANGE.call(EXCHANGE.caller("cancels"), EXCHANGE.called("cancelled")));
  }

  @Test
  void beforeAnyResponseTheCancelWaitsForOne() throws Exception {
    EXCHANGE.connect();
    abandoned(EXCHANGE.call(EXCHANGE.caller("cancels-trying"), EXCHANGE.called("cancelled-early")));
  }

  @Test
  void aTryingIsResponseEnoughForTheCancel() throws Exception {
    EXCHANGE.connect();
    abandoned(
        EXCHANGE.call(EXCHANGE.caller("cancels-trying"), EXCHANGE.called("cancelled-trying")));
  }

  @Test
  void anAnswerThatCrossesTheCancelIsAcknowledgedAndHungUp() throws Exception {
    EXCHANGE.connect();
    abandoned(EXCHANGE.call(EXCHANGE.caller("cancels"), EXCHANGE.called("answers-cancelled")));
  }

  @Test
  void aByeBeforeTheAnswerDoesTheSame() throws Exception {
    EXCHANGE.connect();
    abandoned(EXCHANGE.call(EXCHANGE.caller("leaves-early"), EXCHANGE.called("rings")));
  }

  @Test
  void whoDoesNotAnswerInTimeIsCancelledAndNotTriedElsewhere() throws Exception {
    EXCHANGE.connect("", "'noAnswerTimeout':1");
    CallRecord record =
        EXCHANGE.call(
            EXCHANGE.caller("refused").with("status", "480"), EXCHANGE.called("never-answers"));
    assertThat(record.attempts()).hasSize(1);
    assertThat(record.originRelease().failure()).isEqualTo(Failure.NO_ANSWER);
    assertThat(record.originRelease().cause().value()).isEqualTo(19);
  }

  @Test
  void aDestinationWithoutAnyResponseIsPassedOver() throws Exception {
    EXCHANGE.connect("", "'proxyFallbackTimeout':1");
    CallRecord record =
        EXCHANGE.call(
            EXCHANGE.caller("basic"), EXCHANGE.called("basic").at(EXCHANGE.port("second")));
    assertThat(record.attempts())
        .extracting(attempt -> attempt.destinationNap() + " " + attempt.release().failure())
        .containsExactly("called DESTINATION_NO_RESPONSE", "second null");
    assertThat(record.answeredAt()).isNotNull();
  }

  @Test
  void theNextProxyOfANapIsTheSameAttempt() throws Exception {
    EXCHANGE.connect(
        "",
        "'proxyFallbackTimeout':1,'proxies':['127.0.0.1:%d','127.0.0.1:%d']"
            .formatted(EXCHANGE.port("silent proxy"), EXCHANGE.port("proxy")));
    CallRecord record =
        EXCHANGE.call(
            EXCHANGE.caller("basic"),
            EXCHANGE
                .called("behind-proxy")
                .at(EXCHANGE.port("proxy"))
                .with("domain", "127.0.0.1:" + EXCHANGE.port("called"))
                .with("proxy", "127.0.0.1:" + EXCHANGE.port("proxy")));
    assertThat(record.attempts()).extracting("destinationNap").containsExactly("called");
    assertThat(record.answeredAt()).isNotNull();
  }

  private static void abandoned(CallRecord record) {
    assertThat(record.originRelease().by()).isEqualTo(Party.CALLER);
    assertThat(record.originRelease().failure()).isEqualTo(Failure.ABANDONED);
    assertThat(record.originRelease().sipStatus()).isEqualTo(487);
    assertThat(record.answeredAt()).isNull();
    assertThat(record.attempts()).hasSize(1);
  }
}
