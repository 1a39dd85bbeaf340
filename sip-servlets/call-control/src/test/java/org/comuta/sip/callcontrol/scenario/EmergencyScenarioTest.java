package org.comuta.sip.callcontrol.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comuta.call.CallRecord;
import org.comuta.routing.TraceStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmergencyScenarioTest {
  @RegisterExtension static final Switch EXCHANGE = new Switch();

  private static Sipp.Part otherCaller() {
    return EXCHANGE.caller("basic").at(EXCHANGE.port("other"));
  }

  private static Sipp.Part serviceCaller() {
    return otherCaller()
        .changed(
            text ->
                text.replace(
                    "INVITE sip:[service]@[remote_ip]:[remote_port] SIP",
                    "INVITE urn:service:sos.fire SIP"));
  }

  @Test
  void noLimitOfANapHoldsUpACallForHelp() throws Exception {
    EXCHANGE.connect("'ignoreSourcePort':true,'maxCalls':1", "'maxCalls':1");
    try (Sipp answering = Sipp.answers(EXCHANGE.called("basic").times(3));
        Sipp talking = Sipp.calls(EXCHANGE.caller("waits"), Switch.PORT, "2000")) {
      EXCHANGE.ledger().nextAnswered();
      for (Sipp.Part caller : List.of(otherCaller(), serviceCaller())) {
        try (Sipp calling = Sipp.calls(caller, Switch.PORT, "190")) {
          calling.succeeds();
        }
        CallRecord record = EXCHANGE.ledger().next();
        assertThat(record.answeredAt()).isNotNull();
        assertThat(record.attempts()).extracting("destinationNap").containsExactly("called");
        assertThat(record.trace()).extracting(TraceStep::stage).contains("emergency");
      }
      talking.succeeds();
      answering.succeeds();
    }
    CallRecord ordinary = EXCHANGE.ledger().next();
    assertThat(ordinary.trace()).extracting(TraceStep::stage).doesNotContain("emergency");
  }
}
