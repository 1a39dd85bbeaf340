package org.comuta.sip.callcontrol.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Condition;
import org.comuta.call.CallRecord;
import org.comuta.call.Party;
import org.comuta.cause.Failure;
import org.comuta.interfaces.SipPort;
import org.comuta.network.SipTransport;
import org.comuta.sip.callcontrol.scenario.Sipp.Part;
import org.comuta.sip.callcontrol.scenario.Sipp.Transport;
import org.comuta.snapshot.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that come in at one named interface and leave by another. */
class InterfaceScenarioTest {
  @RegisterExtension static final Switch EXCHANGE = new Switch();

  private static final String INNER = "127.0.0.2";
  private static final String OUTER = "127.0.0.3";

  /** Where the server itself listens; nobody of these tests may see it. */
  private static final String OWN = "127.0.0.1:" + Switch.PORT;

  @AfterEach
  void closeAll() {
    EXCHANGE.closeAll();
  }

  private static String at(String name, String address) {
    return "{'name':'%s','address':'%s','udpPort':%d,'tcpPort':%<d}"
        .formatted(name, address, Switch.PORT);
  }

  private static Stream<String> both() {
    return Stream.of(at("inner", INNER), at("outer", OUTER));
  }

  private static void connect(Transport in, Transport out) {
    EXCHANGE.apply(
        Stream.of(
            EXCHANGE.nap("caller", "'sipInterface':'inner','transport':'%s'".formatted(in)),
            EXCHANGE.nap("called", "'sipInterface':'outer','transport':'%s'".formatted(out))),
        Stream.of(Switch.route("first", "called", 10, "")),
        both());
  }

  @ParameterizedTest(name = "{0} in, {1} out: {2} with {3}")
  @CsvSource({
    "UDP, UDP, basic, basic",
    "UDP, UDP, is-hung-up, hangs-up",
    "UDP, UDP, is-held, holds",
    "UDP, UDP, cancels, cancelled",
    "TCP, UDP, is-hung-up, hangs-up",
    "UDP, TCP, basic, basic",
    "UDP, TCP, is-held, holds",
    "TCP, TCP, holds, is-held",
  })
  void eachSideSeesTheInterfaceOfItsNapAlone(
      Transport in, Transport out, String callerPlays, String calledPlays) throws Exception {
    connect(in, out);
    CallRecord record;
    try (Sipp called = Sipp.answers(EXCHANGE.called(calledPlays).over(out));
        Sipp caller = calls(EXCHANGE.caller(callerPlays).over(in), INNER)) {
      caller.succeeds();
      called.succeeds();
      record = EXCHANGE.nextRecord();
      assertThat(caller.messages())
          .containsPattern("Contact: .*" + INNER + ':' + Switch.PORT)
          .doesNotContain(OUTER, OWN);
      assertThat(called.messages())
          .contains("Via: SIP/2.0/" + out + ' ' + OUTER + ':' + Switch.PORT)
          .containsPattern("Contact: .*" + OUTER + ':' + Switch.PORT)
          .doesNotContain(INNER, OWN);
    }
    assertThat(record.originNap()).isEqualTo("caller");
  }

  private static Sipp calls(Part part, String address) {
    return Sipp.calls(part, address, Switch.PORT, "2000");
  }

  @Test
  void aNapIsKnownAtItsInterfaceAlone() throws Exception {
    connect(Transport.UDP, Transport.UDP);
    try (Sipp caller = calls(EXCHANGE.caller("refused").with("status", "403"), "127.0.0.1")) {
      caller.succeeds();
    }
    CallRecord record = EXCHANGE.nextRecord();
    assertThat(record.originNap()).isNull();
    assertThat(record.originRelease().failure()).isEqualTo(Failure.UNKNOWN_SOURCE);
    // There the address alone stands for the other NAP, which has no route.
    try (Sipp caller = calls(EXCHANGE.caller("refused").with("status", "404"), OUTER)) {
      caller.succeeds();
    }
    assertThat(EXCHANGE.nextRecord().originNap()).isEqualTo("called");
  }

  @Test
  void oneNeighbourAtTwoInterfacesIsTwoNaps() throws Exception {
    String same = "'sipInterface':'%s','port':" + EXCHANGE.port("caller");
    EXCHANGE.apply(
        Stream.of(
            EXCHANGE.nap("caller", same.formatted("inner")),
            EXCHANGE.nap("second", same.formatted("outer")),
            EXCHANGE.nap("called", "'sipInterface':'outer'")),
        Stream.of(
            Switch.route("first", "called", 10, ""),
            Switch.route("second", "called", 10, "'originNap':'second'")),
        both());
    for (String[] one : new String[][] {{INNER, "caller"}, {OUTER, "second"}}) {
      try (Sipp called = Sipp.answers(EXCHANGE.called("basic"));
          Sipp caller = calls(EXCHANGE.caller("basic"), one[0])) {
        caller.succeeds();
        called.succeeds();
      }
      assertThat(EXCHANGE.nextRecord().originNap()).isEqualTo(one[1]);
    }
  }

  @Test
  void aCallKeepsThePortsItBeganWithWhichThenClose() throws Exception {
    connect(Transport.UDP, Transport.TCP);
    try (Sipp called = Sipp.answers(EXCHANGE.called("basic").over(Transport.TCP));
        Sipp caller = calls(EXCHANGE.caller("is-ended"), INNER)) {
      String callId = EXCHANGE.nextAcknowledged();
      EXCHANGE.apply(
          Stream.of(EXCHANGE.nap("caller", "")),
          Stream.of(),
          Stream.of(at("elsewhere", "127.0.0.4")));
      assertThat(EXCHANGE.edge().listeningPoints())
          .contains(port(INNER, SipTransport.UDP), port(OUTER, SipTransport.TCP))
          .contains(port("127.0.0.4", SipTransport.UDP));
      try (Sipp late =
          calls(
              EXCHANGE.caller("refused").at(EXCHANGE.port("late")).with("status", "403"), INNER)) {
        late.succeeds();
      }
      assertThat(EXCHANGE.nextRecord().originRelease().failure()).isEqualTo(Failure.UNKNOWN_SOURCE);
      assertThat(EXCHANGE.exchange().edges().callControl())
          .hasValueSatisfying(control -> assertThat(control.hangUp(callId)).isTrue());
      caller.succeeds();
      called.succeeds();
    }
    assertThat(EXCHANGE.nextRecord().answeredAt()).isNotNull();
    Switch.await(
        "the ports of before are closed",
        () ->
            EXCHANGE.edge().listeningPoints().stream()
                .noneMatch(one -> one.address().equals(INNER) || one.address().equals(OUTER)));
  }

  private static SipPort port(String address, SipTransport transport) {
    return new SipPort(address, Switch.PORT, transport);
  }

  @Test
  void theServersOwnPortStaysOpenAndHoldsUpNoOther() {
    EXCHANGE.apply(Stream.of(), Stream.of(), Stream.of(at("own", "127.0.0.1"), at("inner", INNER)));
    EXCHANGE.apply(Stream.of(), Stream.of(), Stream.of());
    Switch.await(
        "the other port is closed",
        () ->
            EXCHANGE.edge().listeningPoints().stream()
                .noneMatch(one -> one.address().equals(INNER)));
    assertThat(EXCHANGE.edge().listeningPoints())
        .containsExactlyInAnyOrder(
            port("127.0.0.1", SipTransport.UDP), port("127.0.0.1", SipTransport.TCP));
  }

  @ParameterizedTest(name = "over {0}, ended by {3}")
  @CsvSource({"UDP, basic, basic, CALLER", "UDP, is-hung-up, hangs-up, CALLED"})
  void aCallGoesOnAtItsInterfacesAfterAKill(
      Transport transport, String callerPlays, String calledPlays, Party endedBy) throws Exception {
    connect(transport, transport);
    try (Sipp called = Sipp.answers(EXCHANGE.called(calledPlays));
        Sipp caller = calls(EXCHANGE.caller(callerPlays), INNER)) {
      EXCHANGE.nextAcknowledged();
      EXCHANGE.kill();
      EXCHANGE.start();
      caller.succeeds();
      called.succeeds();
      assertThat(called.messages()).doesNotContain(INNER, OWN);
      assertThat(caller.messages()).doesNotContain(OUTER, OWN);
    }
    CallRecord record = EXCHANGE.nextRecord();
    assertThat(record.originRelease().by()).isEqualTo(endedBy);
    assertThat(record.originRelease().failure()).isNull();
  }

  @Test
  void aPortThatCannotBeOpenedIsToldAndOtherRoutesAreTried() throws Exception {
    SipPort foreign = new SipPort("192.0.2.1", Switch.PORT, SipTransport.UDP);
    assertThat(EXCHANGE.edge().open(List.of(foreign)))
        .containsOnlyKeys(foreign)
        .hasValueSatisfying(new Condition<>(why -> why.contains("requested address"), "says why"));
    Snapshot next =
        Exchanges.snapshot(
            EXCHANGE.nextRevision(),
            Stream.of(
                EXCHANGE.nap("caller", ""),
                EXCHANGE.nap("called", "'sipInterface':'foreign'"),
                EXCHANGE.nap("second", "")),
            Stream.of(
                Switch.route("first", "called", 10, ""), Switch.route("second", "second", 20, "")),
            Stream.of(at("foreign", "192.0.2.1")));
    EXCHANGE.exchange().configuration().publish(next);
    Part second = EXCHANGE.called("basic").at(EXCHANGE.port("second"));
    CallRecord record = EXCHANGE.call(EXCHANGE.caller("basic"), second);
    assertThat(record.attempts()).hasSize(2);
    assertThat(record.attempts().getFirst().release().failure())
        .isEqualTo(Failure.DESTINATION_UNREACHABLE);
  }
}
