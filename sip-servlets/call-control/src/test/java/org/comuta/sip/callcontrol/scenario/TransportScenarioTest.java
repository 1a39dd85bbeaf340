package org.comuta.sip.callcontrol.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.comuta.call.CallRecord;
import org.comuta.sip.callcontrol.scenario.Sipp.Transport;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransportScenarioTest {
  @RegisterExtension static final Switch EXCHANGE = new Switch();

  @ParameterizedTest(name = "{0} in, {1} out: {2} with {3}")
  @CsvSource({
    "TCP, UDP, basic, basic",
    "UDP, TCP, basic, basic",
    "TCP, TCP, basic, basic",
    "TCP, UDP, is-hung-up, hangs-up",
    "UDP, TCP, is-hung-up, hangs-up",
    "TCP, UDP, is-held, holds",
    "UDP, TCP, holds, is-held",
    "TCP, UDP, cancels, cancelled",
    "UDP, TCP, cancels, cancelled",
  })
  void aCallPassesFromTransportToTransport(
      Transport in, Transport out, String caller, String called) throws Exception {
    EXCHANGE.connect("'transport':'%s'".formatted(in), "'transport':'%s'".formatted(out));
    CallRecord record =
        EXCHANGE.call(EXCHANGE.caller(caller).over(in), EXCHANGE.called(called).over(out));
    assertThat(record.transport()).isEqualTo(in.name());
    assertThat(record.originNap()).isEqualTo("caller");
    assertThat(record.attempts()).hasSize(1);
  }
}
