package org.comuta.sip.callcontrol.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.comuta.call.AttemptRecord;
import org.comuta.call.CallRecord;
import org.comuta.cause.Failure;
import org.comuta.nap.Reachability;
import org.comuta.nap.Reachability.State;
import org.comuta.routing.TraceStep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** NAPs that are asked by OPTIONS, and what calls make of it. */
class KeepAliveScenarioTest {
  @RegisterExtension static final Switch EXCHANGE = new Switch();

  private static final String ASKED = "'keepAlive':'OPTIONS','keepAliveInterval':1";

  private static final String ANY_PORT = "'ignoreSourcePort':true";

  private static Reachability reachability() {
    return EXCHANGE.exchange().reachability();
  }

  /** Questions come every second at most, three make a NAP inactive. */
  private static void awaitState(State state) {
    Switch.await("called is " + state, () -> reachability().of("called") == state);
  }

  @AfterEach
  void askNobody() {
    EXCHANGE.connect();
    Switch.await("nobody is asked", () -> reachability().places("called").isEmpty());
  }

  @Test
  void aNapThatDoesNotAnswerIsPassedOverUntilItDoes() throws Exception {
    EXCHANGE.connect(ANY_PORT, ASKED);
    awaitState(State.SUSPECT);
    awaitState(State.INACTIVE);

    CallRecord around = EXCHANGE.call(EXCHANGE.caller("basic"), second());
    assertThat(around.attempts())
        .extracting(AttemptRecord::destinationNap)
        .containsExactly("second");
    assertThat(around.trace()).extracting(TraceStep::stage).contains("keep-alive");

    try (RawPeer called = new RawPeer(EXCHANGE.port("called"))) {
      String asked = called.receive("OPTIONS");
      assertThat(asked)
          .contains("\r\nMax-Forwards: 70\r\n", "\r\nUser-Agent: Comuta\r\n")
          .startsWith("OPTIONS sip:127.0.0.1:" + EXCHANGE.port("called"));
      called.reply("200 OK");
      // The first may have been given up already, and been sent again.
      while (reachability().of("called") != State.ACTIVE) {
        called.receive("OPTIONS");
        called.reply("200 OK");
      }
      assertThat(busy(called, "2000").attempts())
          .extracting(AttemptRecord::destinationNap)
          .containsExactly("called");
    }
  }

  @Test
  void aRefusalIsALifeSignAnd503IsNone() throws Exception {
    EXCHANGE.connect("", ASKED);
    try (RawPeer called = new RawPeer(EXCHANGE.port("called"))) {
      called.receive("OPTIONS");
      called.reply("405 Method Not Allowed");
      awaitState(State.ACTIVE);
      called.receive("OPTIONS");
      called.reply("503 Service Unavailable");
      awaitState(State.SUSPECT);
      assertThat(reachability().places("called").getFirst().reason()).isEqualTo("SIP 503");
    }
  }

  @Test
  void ofSeveralProxiesTheOnesThatAnswerAreTried() throws Exception {
    int gone = EXCHANGE.port("gone");
    EXCHANGE.publish(
        Stream.of(
            EXCHANGE.nap("caller", ANY_PORT),
            EXCHANGE.nap(
                "called",
                ASKED
                    + ",'proxyFallbackTimeout':30,'proxies':['127.0.0.1:%d','127.0.0.1:%d']"
                        .formatted(gone, EXCHANGE.port("called")))),
        Stream.of(Switch.route("first", "called", 10, "")));
    try (RawPeer called = new RawPeer(EXCHANGE.port("called"))) {
      while (reachability().of("called", "127.0.0.1:" + gone) != State.INACTIVE) {
        called.receive("OPTIONS");
        called.reply("200 OK");
      }
      // The one that is gone would be waited for longer than the caller waits.
      assertThat(busy(called, "2000").attempts()).hasSize(1);
    }
  }

  @Test
  void whenNoneIsActiveTheCallerIsToldSoAndACallForHelpIsTriedAllTheSame() throws Exception {
    EXCHANGE.publish(
        Stream.of(EXCHANGE.nap("caller", ANY_PORT), EXCHANGE.nap("called", ASKED)),
        Stream.of(Switch.route("first", "called", 10, "")));
    awaitState(State.INACTIVE);
    CallRecord refused =
        EXCHANGE.call(EXCHANGE.caller("refused").with("status", "503").with("cause", "27"));
    assertThat(refused.originRelease().failure()).isEqualTo(Failure.DESTINATION_INACTIVE);
    assertThat(refused.attempts()).isEmpty();

    try (RawPeer called = new RawPeer(EXCHANGE.port("called"))) {
      assertThat(busy(called, "190").attempts())
          .extracting(AttemptRecord::destinationNap)
          .containsExactly("called");
    }
  }

  /** A call to this number, which this side refuses as busy. Returns its record. */
  private static CallRecord busy(RawPeer called, String number) throws Exception {
    Sipp.Part caller = EXCHANGE.caller("refused").at(EXCHANGE.port("other")).with("status", "486");
    try (Sipp calling = Sipp.calls(caller.with("cause", "17"), Switch.PORT, number)) {
      called.receive("INVITE");
      called.reply("486 Busy Here");
      calling.succeeds();
      return EXCHANGE.ledger().next();
    }
  }

  private static Sipp.Part second() {
    return EXCHANGE.called("basic").at(EXCHANGE.port("second"));
  }
}
