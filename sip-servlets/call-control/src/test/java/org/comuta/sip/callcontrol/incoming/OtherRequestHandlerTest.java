package org.comuta.sip.callcontrol.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherRequestHandlerTest {
  @ParameterizedTest(name = "{0} of a neighbour gets {1}")
  @CsvSource({
    "MESSAGE, 405",
    "SUBSCRIBE, 405",
    "NOTIFY, 405",
    "PUBLISH, 405",
    "REGISTER, 405",
    "REFER, 405",
    "PRACK, 481",
    "BYE, 481",
    "INFO, 481",
    "UPDATE, 481",
    "FROB, 501",
  })
  void tellsWhatIsNotTaken(String method, int status) {
    assertThat(OtherRequestHandler.refusal(method)).isEqualTo(status);
  }
}
