package org.comuta.sip.callcontrol.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comuta.call.CallRecord;
import org.comuta.cause.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShutdownScenarioTest {
  @RegisterExtension static final Switch EXCHANGE = new Switch();

  @Test
  void callsEndInOrderWhenTheExchangeStops() throws Exception {
    EXCHANGE.connect("'ignoreSourcePort':true", "'maxCalls':1");
    try (Sipp answering = Sipp.answers(EXCHANGE.called("basic"));
        Sipp ringing = Sipp.answers(EXCHANGE.called("rings").at(EXCHANGE.port("second")));
        Sipp talking = Sipp.calls(EXCHANGE.caller("is-stopped"), Switch.PORT, "2000")) {
      EXCHANGE.ledger().nextAnswered();
      Sipp.Part waits = EXCHANGE.caller("refused").with("status", "503");
      try (Sipp waiting = Sipp.calls(waits.at(EXCHANGE.port("other")), Switch.PORT, "2000")) {
        Switch.await("a second call that rings", EXCHANGE::oneRings);
        EXCHANGE.stop();
        talking.succeeds();
        answering.succeeds();
        waiting.succeeds();
        ringing.succeeds();
      }
    }
    List<CallRecord> records = List.of(EXCHANGE.ledger().next(), EXCHANGE.ledger().next());
    assertThat(records)
        .extracting(record -> record.originRelease().failure())
        .containsOnly(Failure.SHUTTING_DOWN);
    assertThat(EXCHANGE.exchange().edges().callControl()).isEmpty();
  }
}
