package org.comuta.sip.callcontrol.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.stream.Stream;
import org.comuta.call.CallRecord;
import org.comuta.call.Party;
import org.comuta.interfaces.SipPort;
import org.comuta.sip.callcontrol.scenario.Sipp.Transport;
import org.comuta.sip.container.start.FreePort;
import org.comuta.sip.container.start.TestCertificates;
import org.comuta.snapshot.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls over TLS, which named interfaces have. */
class TlsScenarioTest {
  @RegisterExtension static final Switch EXCHANGE = new Switch();

  private static final String INNER = "127.0.0.2";
  private static final String OUTER = "127.0.0.3";
  private static final int TLS_PORT = FreePort.udpAndTcp();

  @AfterEach
  void closeAll() {
    EXCHANGE.closeAll();
  }

  private static String at(String name, String address, String certificate, String verification) {
    return "{'name':'%s','address':'%s','udpPort':%d,'tcpPort':0,'tlsPort':%d,'tlsCertificate':'%s','tlsVerification':'%s'}"
        .formatted(name, address, Switch.PORT, TLS_PORT, certificate, verification);
  }

  private static void connect(
      Transport in, Transport out, String certificate, String verification) {
    EXCHANGE.apply(
        Stream.of(
            EXCHANGE.nap("caller", "'sipInterface':'inner','transport':'%s'".formatted(in)),
            EXCHANGE.nap("called", "'sipInterface':'outer','transport':'%s'".formatted(out))),
        Stream.of(Switch.route("first", "called", 10, "")),
        Stream.of(
            at("inner", INNER, certificate, verification),
            at("outer", OUTER, certificate, verification)));
  }

  private static Sipp calls(Transport in, String scenario) {
    int port = in == Transport.TLS ? TLS_PORT : Switch.PORT;
    return Sipp.calls(EXCHANGE.caller(scenario).over(in), INNER, port, "2000");
  }

  @ParameterizedTest(name = "{0} in, {1} out: {2} with {3}")
  @CsvSource({
    "TLS, UDP, basic, basic",
    "UDP, TLS, basic, basic",
    "TLS, TLS, basic, basic",
    "TLS, UDP, is-hung-up, hangs-up",
    "UDP, TLS, is-hung-up, hangs-up",
    "TLS, TLS, is-held, holds",
    "TLS, TLS, holds, is-held",
    "TLS, UDP, cancels, cancelled",
    "UDP, TLS, cancels, cancelled",
  })
  void aCallPasses(Transport in, Transport out, String callerPlays, String calledPlays)
      throws Exception {
    connect(in, out, TestCertificates.ADDRESSED, "MUTUAL");
    CallRecord record;
    try (Sipp called = Sipp.answers(EXCHANGE.called(calledPlays).over(out));
        Sipp caller = calls(in, callerPlays)) {
      caller.succeeds();
      called.succeeds();
      record = EXCHANGE.nextRecord();
      if (out == Transport.TLS) {
        assertThat(called.messages())
            .contains("Via: SIP/2.0/TLS " + OUTER + ':' + TLS_PORT)
            .containsPattern("Contact: .*" + OUTER + ':' + TLS_PORT + ";transport=tls");
      }
    }
    assertThat(record.transport()).isEqualTo(in.name());
    assertThat(record.originNap()).isEqualTo("caller");
    assertThat(record.attempts()).hasSize(1);
  }

  @Test
  void aDestinationWithoutARightCertificateIsNotCalled() throws Exception {
    String named =
        EXCHANGE
            .nap("called", "'sipInterface':'outer','transport':'TLS'")
            .replace("127.0.0.1", "localhost");
    EXCHANGE.apply(
        Stream.of(EXCHANGE.nap("caller", "'sipInterface':'inner'"), named),
        Stream.of(Switch.route("first", "called", 10, "")),
        Stream.of(
            at("inner", INNER, TestCertificates.ADDRESSED, "SERVER"),
            at("outer", OUTER, TestCertificates.PEER, "SERVER")));
    try (Sipp _ = Sipp.answers(EXCHANGE.called("basic").over(Transport.TLS));
        Sipp caller =
            Sipp.calls(
                EXCHANGE.caller("refused").with("status", "503"), INNER, Switch.PORT, "2000")) {
      caller.succeeds();
    }
    CallRecord record = EXCHANGE.nextRecord();
    assertThat(record.attempts()).hasSize(1);
    assertThat(EXCHANGE.edge().counters().get("tls_handshakes_failed")).isPositive();
  }

  @Test
  void aPortWithoutItsCertificateIsNotOpened() {
    EXCHANGE.apply(Stream.of(), Stream.of(), Stream.of());
    Snapshot next =
        Exchanges.snapshot(
            EXCHANGE.nextRevision(),
            Stream.of(),
            Stream.of(),
            Stream.of(at("inner", INNER, "none-of-this-name", "SERVER")));
    EXCHANGE.exchange().configuration().publish(next);
    Collection<SipPort> ports = next.interfaces().sipPorts().keySet();
    assertThat(EXCHANGE.edge().open(ports))
        .hasSize(1)
        .allSatisfy((port, why) -> assertThat(why).contains("none-of-this-name"));
  }

  @Test
  void aCallGoesOnAfterAKill() throws Exception {
    connect(Transport.TLS, Transport.TLS, TestCertificates.ADDRESSED, "SERVER");
    try (Sipp called = Sipp.answers(EXCHANGE.called("basic").over(Transport.TLS));
        Sipp caller = calls(Transport.TLS, "basic")) {
      EXCHANGE.nextAcknowledged();
      EXCHANGE.kill();
      EXCHANGE.start();
      caller.succeeds();
      called.succeeds();
    }
    CallRecord record = EXCHANGE.nextRecord();
    assertThat(record.originRelease().by()).isEqualTo(Party.CALLER);
    assertThat(record.originRelease().failure()).isNull();
  }
}
