package org.comuta.sip.callcontrol.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutsideScenarioTest {
  @RegisterExtension static final Switch EXCHANGE = new Switch();

  @ParameterizedTest(name = "{1} of {0} gets {2}")
  @CsvSource({
    "caller, OPTIONS, 200",
    "caller, MESSAGE, 405",
    "caller, SUBSCRIBE, 405",
    "caller, NOTIFY, 405",
    "caller, PUBLISH, 405",
    "caller, REGISTER, 405",
    "caller, REFER, 405",
    "caller, FROB, 501",
    "stranger, OPTIONS, 200",
    "stranger, MESSAGE, 403",
    "stranger, REGISTER, 403",
    "stranger, FROB, 403",
  })
  void aRequestOutsideOfCallsIsAnswered(String who, String method, int status) throws Exception {
    EXCHANGE.connect();
    String counter =
        method.equals("OPTIONS")
            ? who.equals("caller") ? "options_known" : "options_unknown"
            : "unknown_source";
    long before = EXCHANGE.exchange().counters().value(counter);
    Sipp.Part part =
        EXCHANGE
            .caller("asks")
            .at(EXCHANGE.port(who))
            .with("method", method)
            .with("more", extra(method))
            .with("status", Integer.toString(status));
    try (Sipp asking = Sipp.calls(part, Switch.PORT, "2000")) {
      asking.succeeds();
    }
    boolean counts = method.equals("OPTIONS") || who.equals("stranger");
    assertThat(EXCHANGE.exchange().counters().value(counter)).isEqualTo(before + (counts ? 1 : 0));
  }

  @Test
  void withinACallTheSameHoldsAndTheCallLivesOn() throws Exception {
    EXCHANGE.connect();
    assertThat(EXCHANGE.call(EXCHANGE.caller("asks-within"), EXCHANGE.called("basic")).answeredAt())
        .isNotNull();
  }

  private static String extra(String method) {
    return switch (method) {
      case "SUBSCRIBE", "PUBLISH" -> "Event: presence\n";
      case "NOTIFY" -> "Event: presence\nSubscription-State: active\n";
      case "REFER" -> "Refer-To: <sip:1@127.0.0.1>\n";
      default -> "";
    };
  }
}
