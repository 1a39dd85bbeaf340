package org.comuta.sip.callcontrol.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.comuta.call.CallRecord;
import org.comuta.call.Party;
import org.comuta.cause.Failure;
import org.comuta.routing.TraceStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalScenarioTest {
  @RegisterExtension static final Switch EXCHANGE = new Switch();

  private static Sipp.Part refused(int status) {
    return EXCHANGE.caller("refused").with("status", Integer.toString(status));
  }

  @ParameterizedTest(name = "{0} is cause {1} and tells the caller {2}")
  @CsvSource({
    "486 Busy Here, 17, 486",
    "603 Decline, 21, 603",
    "404 Not Found, 1, 404",
    "480 Temporarily Unavailable, 18, 480",
    "401 Unauthorized, 21, 403",
    "302 Moved Temporarily, 23, 410",
  })
  void aRefusalEndsTheCall(String refusal, int cause, int told) throws Exception {
    EXCHANGE.connect();
    CallRecord record =
        EXCHANGE.call(refused(told), EXCHANGE.called("refuses").with("status", refusal));
    assertThat(record.attempts()).hasSize(1);
    assertThat(record.originRelease().by()).isEqualTo(Party.CALLED);
    assertThat(record.originRelease().cause().value()).isEqualTo(cause);
    assertThat(record.originRelease().sipStatus())
        .isEqualTo(Integer.parseInt(refusal.substring(0, 3)));
    assertThat(record.answeredAt()).isNull();
  }

  @Test
  void theReasonHeaderSaysMoreThanTheStatus() throws Exception {
    EXCHANGE.connect();
    CallRecord record = EXCHANGE.call(refused(503), EXCHANGE.called("refuses-with-reason"));
    assertThat(record.attempts()).as("busy is not retried, whatever the status").hasSize(1);
    assertThat(record.originRelease().cause().value()).isEqualTo(17);
  }

  @ParameterizedTest(name = "{0} is retried on the next route")
  @CsvSource({"503 Service Unavailable", "500 Server Internal Error", "502 Bad Gateway"})
  void aFailureOfTheNetworkIsRetried(String refusal) throws Exception {
    EXCHANGE.connect();
    try (Sipp second = Sipp.answers(EXCHANGE.called("basic").at(EXCHANGE.port("second")))) {
      CallRecord record =
          EXCHANGE.call(
              EXCHANGE.caller("basic"), EXCHANGE.called("refuses").with("status", refusal));
      second.succeeds();
      assertThat(record.attempts())
          .extracting("destinationNap")
          .containsExactly("called", "second");
      assertThat(record.attempts().getFirst().release().sipStatus())
          .isEqualTo(Integer.parseInt(refusal.substring(0, 3)));
      assertThat(record.answeredAt()).isNotNull();
    }
  }

  @Test
  void aRetryMayFollowRinging() throws Exception {
    EXCHANGE.connect();
    try (Sipp second = Sipp.answers(EXCHANGE.called("basic").at(EXCHANGE.port("second")))) {
      CallRecord record =
          EXCHANGE.call(EXCHANGE.caller("basic"), EXCHANGE.called("rings-and-refuses"));
      second.succeeds();
      assertThat(record.attempts()).hasSize(2);
    }
  }

  @Test
  void whenAllFailTheLastFailureIsTold() throws Exception {
    EXCHANGE.connect();
    Sipp.Part busy = EXCHANGE.called("refuses").with("status", "486 Busy Here");
    try (Sipp second = Sipp.answers(busy.at(EXCHANGE.port("second")))) {
      CallRecord record =
          EXCHANGE.call(
              refused(486), EXCHANGE.called("refuses").with("status", "503 Service Unavailable"));
      second.succeeds();
      assertThat(record.attempts()).hasSize(2);
      assertThat(record.originRelease().cause().value()).isEqualTo(17);
    }
  }

  @Test
  void withoutRouteNobodyIsCalled() throws Exception {
    EXCHANGE.publish(Stream.of(EXCHANGE.nap("caller", "")), Stream.of());
    CallRecord record = EXCHANGE.call(refused(404));
    assertThat(record.originRelease().failure()).isEqualTo(Failure.NO_ROUTE);
    assertThat(record.attempts()).isEmpty();
  }

  @Test
  void anUnknownSourceIsRefusedCountedAndRecorded() throws Exception {
    EXCHANGE.connect();
    long before = EXCHANGE.exchange().counters().value("unknown_source");
    CallRecord record = EXCHANGE.call(refused(403).at(EXCHANGE.port("stranger")));
    assertThat(record.originNap()).isNull();
    assertThat(record.originRelease().failure()).isEqualTo(Failure.UNKNOWN_SOURCE);
    assertThat(record.trace()).extracting(TraceStep::stage).containsExactly("origin");
    assertThat(EXCHANGE.exchange().counters().value("unknown_source")).isEqualTo(before + 1);
  }

  @Test
  void reliableProvisionalResponsesCannotBeRequired() throws Exception {
    EXCHANGE.connect();
    CallRecord record = EXCHANGE.call(EXCHANGE.caller("wants-100rel"));
    assertThat(record.originRelease().failure()).isEqualTo(Failure.UNSUPPORTED_EXTENSION);
  }

  @Test
  void aCallWithoutHopsLeftGoesNoFurther() throws Exception {
    EXCHANGE.connect();
    CallRecord record = EXCHANGE.call(EXCHANGE.caller("hops-exhausted"));
    assertThat(record.originRelease().failure()).isEqualTo(Failure.LOOP_DETECTED);
  }

  @Test
  void aFullDestinationIsPassedOver() throws Exception {
    EXCHANGE.connect("'ignoreSourcePort':true", "'maxCalls':1");
    try (Sipp first = Sipp.answers(EXCHANGE.called("basic"));
        Sipp talking = Sipp.calls(EXCHANGE.caller("waits"), Switch.PORT, "2000")) {
      EXCHANGE.ledger().nextAnswered();
      CallRecord record =
          EXCHANGE.call(
              EXCHANGE.caller("basic").at(EXCHANGE.port("stranger")),
              EXCHANGE.called("basic").at(EXCHANGE.port("second")));
      assertThat(record.attempts()).extracting("destinationNap").containsExactly("second");
      assertThat(record.trace())
          .anySatisfy(step -> assertThat(step.detail()).contains("DESTINATION_LIMIT_REACHED"));
      talking.succeeds();
      first.succeeds();
    }
    assertThat(EXCHANGE.ledger().next().answeredAt()).isNotNull();
  }

  @Test
  void aFullOriginIsRefused() throws Exception {
    EXCHANGE.connect("'ignoreSourcePort':true,'maxCalls':1", "");
    try (Sipp first = Sipp.answers(EXCHANGE.called("basic"));
        Sipp talking = Sipp.calls(EXCHANGE.caller("waits"), Switch.PORT, "2000")) {
      EXCHANGE.ledger().nextAnswered();
      CallRecord record = EXCHANGE.call(refused(503).at(EXCHANGE.port("stranger")));
      assertThat(record.originRelease().failure()).isEqualTo(Failure.ORIGIN_LIMIT_REACHED);
      talking.succeeds();
      first.succeeds();
    }
    assertThat(EXCHANGE.ledger().next().answeredAt()).isNotNull();
  }

  @Test
  void whileRecordsMightBeLostNoCallIsTaken() throws Exception {
    EXCHANGE.connect();
    EXCHANGE.ledger().accepting = false;
    try {
      CallRecord record = EXCHANGE.call(refused(503));
      assertThat(record.originRelease().failure()).isEqualTo(Failure.RECORDS_UNAVAILABLE);
    } finally {
      EXCHANGE.ledger().accepting = true;
    }
  }
}
