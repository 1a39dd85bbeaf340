package org.comuta.sip.callcontrol.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.comuta.call.CallRecord;
import org.comuta.cause.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HidingScenarioTest {
  @RegisterExtension static final Switch EXCHANGE = new Switch();

  @Test
  void nothingOfOneSideReachesTheOther() throws Exception {
    EXCHANGE.connect();
    CallRecord record =
        EXCHANGE.call(
            EXCHANGE.caller("tells-too-much"),
            EXCHANGE
                .called("tells-too-much")
                .with("callId", "tag=caller1")
                .with("callerPort", Integer.toString(EXCHANGE.port("caller"))));
    assertThat(record.answeredAt()).isNotNull();
  }

  @Test
  void aBodyOfSeveralPartsPassesPartByPart() throws Exception {
    EXCHANGE.connect();
    CallRecord record =
        EXCHANGE.call(EXCHANGE.caller("sends-parts"), EXCHANGE.called("takes-parts"));
    assertThat(record.answeredAt()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"sends-broken-parts, 400", "sends-a-message, 415"})
  void aBodyThatCannotBeMadeOursIsRefused(String scenario, int status) throws Exception {
    EXCHANGE.connect();
    CallRecord record = EXCHANGE.call(EXCHANGE.caller(scenario));
    assertThat(record.originRelease().sipStatus()).isEqualTo(status);
    assertThat(record.originRelease().failure()).isEqualTo(Failure.MALFORMED_REQUEST);
  }

  @Test
  void fromAndToAreWrittenAsTheDestinationWantsThem() throws Exception {
    EXCHANGE.connect(
        "'assertedIdentityAsOrigin':true,'calledNumberFromRequestUri':false",
        "'fromOverride':'sbc.example:5999','portInTo':false");
    CallRecord record =
        EXCHANGE.call(EXCHANGE.caller("is-somebody-else"), EXCHANGE.called("sees-override"));
    assertThat(record.callingNumber()).isEqualTo("+551122");
    assertThat(record.calledNumber()).isEqualTo("4711");
  }
}
