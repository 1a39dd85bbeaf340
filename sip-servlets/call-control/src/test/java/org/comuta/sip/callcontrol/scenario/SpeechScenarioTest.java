package org.comuta.sip.callcontrol.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.comuta.call.CallRecord;
import org.comuta.call.LegMedia;
import org.comuta.call.MediaRecord;
import org.comuta.cause.Failure;
import org.comuta.media.Side;
import org.comuta.sip.callcontrol.scenario.WatchedEngine.Made;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls with packets of RTP through the engine; each side sees our ports only. */
class SpeechScenarioTest {
  private static final String LOOPBACK = "127.0.0.1";
  private static final WatchedEngine ENGINE = new WatchedEngine();
  @RegisterExtension static final Switch EXCHANGE = new Switch(ENGINE);

  @AfterEach
  void nothingIsLeftAtTheEngine() {
    ENGINE.forget();
    Switch.await("calls left at the engine", () -> ENGINE.calls() == 0);
  }

  @AfterAll
  static void stop() {
    EXCHANGE.stop();
    ENGINE.close();
  }

  private static UnaryOperator<String> heardAt(Phone phone) {
    return scenario -> scenario.replaceAll("m=audio 3[01]000", "m=audio " + phone.port());
  }

  private static Sipp.Part caller(Phone phone) {
    return EXCHANGE.caller("is-ended").changed(heardAt(phone));
  }

  private static Sipp.Part called(Phone phone) {
    return EXCHANGE.called("basic").changed(heardAt(phone));
  }

  private static CallRecord hangUp(String callId) throws InterruptedException {
    EXCHANGE.exchange().edges().callControl().orElseThrow().hangUp(callId);
    return EXCHANGE.ledger().next();
  }

  /** What the engine made last before the call was answered. */
  private static Made answered(Made offered) throws InterruptedException {
    Made answered = ENGINE.next();
    assertThat(answered.ports()).isEqualTo(offered.ports());
    return answered;
  }

  @Test
  void speechPassesBothWaysAndIsMeasured() throws Exception {
    EXCHANGE.connect();
    try (Phone alice = new Phone(LOOPBACK, 1);
        Phone bob = new Phone(LOOPBACK, 2);
        Sipp answering = Sipp.answers(called(bob));
        Sipp calling = Sipp.calls(caller(alice), Switch.PORT, "2000")) {
      Made made = answered(ENGINE.next());
      String callId = EXCHANGE.ledger().nextAnswered();
      alice.say(40, LOOPBACK, made.line(0).caller().rtp());
      assertThat(bob.hear(40)).containsExactly(1);
      bob.say(30, LOOPBACK, made.line(0).called().rtp());
      assertThat(alice.hear(30)).containsExactly(2);
      assertThat(live(callId).origin()).extracting(LegMedia::packetsReceived).isEqualTo(40L);
      MediaRecord media = Objects.requireNonNull(hangUp(callId).media());
      LegMedia origin = Objects.requireNonNull(media.origin());
      assertThat(origin.codec()).isEqualTo("PCMA");
      assertThat(origin.source()).isEqualTo(LOOPBACK + ":" + alice.port());
      assertThat(origin.packetsReceived()).isEqualTo(40);
      assertThat(origin.octetsReceived()).isEqualTo(40 * 172);
      assertThat(origin.packetsSent()).isEqualTo(30);
      assertThat(origin.packetsLost()).isZero();
      assertThat(origin.mos()).isBetween(4.0, 4.5);
      assertThat(Objects.requireNonNull(media.destination()).packetsReceived()).isEqualTo(30);
      calling.succeeds();
      answering.succeeds();
      assertHidden(calling, alice);
      assertHidden(answering, bob);
    }
  }

  private static MediaRecord live(String callId) throws Exception {
    return EXCHANGE
        .exchange()
        .edges()
        .callControl()
        .orElseThrow()
        .media(callId)
        .toCompletableFuture()
        .get(5, TimeUnit.SECONDS)
        .orElseThrow();
  }

  /** What a side was told names no port but those of the engine. */
  private static void assertHidden(Sipp sipp, Phone own) throws IOException {
    String said = "m=audio %d ".formatted(own.port());
    assertThat(sipp.messages().lines().filter(line -> line.startsWith("m=audio")))
        .filteredOn(line -> !line.startsWith(said))
        .isNotEmpty()
        .allMatch(
            line -> {
              int port = Integer.parseInt(line.split(" ", 3)[1]);
              return port >= WatchedEngine.FIRST_PORT && port <= WatchedEngine.LAST_PORT;
            });
  }

  @Test
  void strangersAreNotHeardBeforeOrAfterTheFirstPacket() throws Exception {
    EXCHANGE.connect();
    try (Phone alice = new Phone(LOOPBACK, 1);
        Phone bob = new Phone(LOOPBACK, 2);
        Phone mallory = new Phone("127.0.0.2", 666);
        Sipp answering = Sipp.answers(called(bob));
        Sipp calling = Sipp.calls(caller(alice), Switch.PORT, "2000")) {
      Made made = answered(ENGINE.next());
      String callId = EXCHANGE.ledger().nextAnswered();
      int callerPort = made.line(0).caller().rtp();
      mallory.say(50, LOOPBACK, callerPort);
      alice.say(5, LOOPBACK, callerPort);
      assertThat(bob.hear(5)).containsExactly(1);
      mallory.say(50, LOOPBACK, callerPort);
      alice.say(5, LOOPBACK, callerPort);
      assertThat(bob.hear(5)).containsExactly(1);
      bob.say(5, LOOPBACK, made.line(0).called().rtp());
      assertThat(alice.hear(5)).containsExactly(2);
      LegMedia origin = Objects.requireNonNull(hangUp(callId).media()).origin();
      assertThat(origin).extracting(LegMedia::strangersDropped).isEqualTo(100L);
      calling.succeeds();
      answering.succeeds();
    }
  }

  @Test
  void earlyMediaIsHeardBeforeTheAnswer() throws Exception {
    EXCHANGE.connect();
    try (Phone alice = new Phone(LOOPBACK, 1);
        Phone bob = new Phone(LOOPBACK, 2);
        Sipp answering =
            Sipp.answers(
                EXCHANGE
                    .called("early-media")
                    .changed(heardAt(bob))
                    .changed(
                        scenario ->
                            scenario.replace("milliseconds=\"100\"", "milliseconds=\"2000\"")));
        Sipp calling =
            Sipp.calls(
                EXCHANGE
                    .caller("early-media")
                    .with("port31000", "47[0-9]+")
                    .changed(heardAt(alice)),
                Switch.PORT,
                "2000")) {
      Made made = answered(ENGINE.next());
      bob.say(5, LOOPBACK, made.line(0).called().rtp());
      assertThat(alice.hear(5)).containsExactly(2);
      assertThat(EXCHANGE.oneRings()).isTrue();
      calling.succeeds();
      answering.succeeds();
      assertThat(EXCHANGE.ledger().next().answeredAt()).isNotNull();
    }
  }

  @Test
  void aSideOnIpv6SpeaksWithOneOnIpv4() throws Exception {
    EXCHANGE.connect("'mediaAddress':'::1'", "");
    try (Phone alice = new Phone("::1", 1);
        Phone bob = new Phone(LOOPBACK, 2);
        Sipp answering = Sipp.answers(called(bob));
        Sipp calling =
            Sipp.calls(
                caller(alice)
                    .changed(scenario -> scenario.replace("c=IN IP4 [local_ip]", "c=IN IP6 ::1")),
                Switch.PORT,
                "2000")) {
      Made made = answered(ENGINE.next());
      String callId = EXCHANGE.ledger().nextAnswered();
      alice.say(5, "::1", made.line(0).caller().rtp());
      assertThat(bob.hear(5)).containsExactly(1);
      bob.say(5, LOOPBACK, made.line(0).called().rtp());
      assertThat(alice.hear(5)).containsExactly(2);
      hangUp(callId);
      calling.succeeds();
      answering.succeeds();
      assertThat(calling.messages()).contains("c=IN IP6 ::1");
      assertThat(answering.messages()).contains("c=IN IP4 127.0.0.1");
    }
  }

  @Test
  void eachSideSpeaksWithPortsOfItsInterfaceAcrossARestart() throws Exception {
    EXCHANGE.connect(
        "'mediaInterface':'inside'",
        "'mediaInterface':'outside'",
        "{'name':'inside','address':'127.0.0.1','mediaPortFirst':49000,'mediaPortLast':49099}",
        "{'name':'outside','address':'127.0.0.3','mediaPortFirst':49100,'mediaPortLast':49199}");
    try (Phone alice = new Phone(LOOPBACK, 1);
        Phone bob = new Phone(LOOPBACK, 2);
        Sipp answering = Sipp.answers(called(bob));
        Sipp calling = Sipp.calls(caller(alice), Switch.PORT, "2000")) {
      Made made = answered(ENGINE.next());
      String callId = EXCHANGE.nextAcknowledged();
      int inside = made.line(0).caller().rtp();
      int outside = made.line(0).called().rtp();
      assertThat(inside).isBetween(49_000, 49_098);
      assertThat(outside).isBetween(49_100, 49_198);
      EXCHANGE.kill();
      EXCHANGE.start();
      assertThat(ENGINE.next()).isEqualTo(made);
      alice.say(5, LOOPBACK, inside);
      assertThat(bob.hear(5)).containsExactly(1);
      bob.say(5, "127.0.0.3", outside);
      assertThat(alice.hear(5)).containsExactly(2);
      hangUp(callId);
      calling.succeeds();
      answering.succeeds();
      assertThat(calling.messages()).contains("m=audio " + inside);
      assertThat(answering.messages()).contains("c=IN IP4 127.0.0.3", "m=audio " + outside);
    }
  }

  @Test
  void videoPassesBesideAudioAndARefusedLineKeepsItsPlace() throws Exception {
    EXCHANGE.connect();
    try (Phone alice = new Phone(LOOPBACK, 1);
        Phone camera = new Phone(LOOPBACK, 3);
        Phone bob = new Phone(LOOPBACK, 2);
        Phone screen = new Phone(LOOPBACK, 4);
        Sipp answering = Sipp.answers(called(bob).changed(andVideo(screen.port(), 0)));
        Sipp calling =
            Sipp.calls(caller(alice).changed(andVideo(camera.port(), 9)), Switch.PORT, "2000")) {
      Made offered = ENGINE.next();
      assertThat(offered.media().lines()).extracting(line -> line.active()).containsOnly(true);
      Made made = ENGINE.next();
      assertThat(made.media().lines())
          .extracting(line -> line.active())
          .containsExactly(true, true, false);
      String callId = EXCHANGE.ledger().nextAnswered();
      camera.say(5, LOOPBACK, made.line(1).side(Side.CALLER).rtp());
      assertThat(screen.hear(5)).containsExactly(3);
      alice.say(5, LOOPBACK, made.line(0).side(Side.CALLER).rtp());
      assertThat(bob.hear(5)).containsExactly(1);
      hangUp(callId);
      calling.succeeds();
      answering.succeeds();
      assertThat(calling.messages()).contains("m=video 0 RTP/AVP 97");
    }
  }

  /** Two lines of video after the one of audio. */
  private static UnaryOperator<String> andVideo(int port, int secondPort) {
    return scenario ->
        scenario.replaceAll(
            "(a=rtpmap:8 PCMA/8000\n)",
            "$1      m=video %d RTP/AVP 8\n      m=video %d RTP/AVP 97\n"
                .formatted(port, secondPort));
  }

  @Test
  void speechGoesOnWhileTheExchangeIsKilledAndStartedAgain() throws Exception {
    EXCHANGE.connect();
    try (Phone alice = new Phone(LOOPBACK, 1);
        Phone bob = new Phone(LOOPBACK, 2);
        Sipp answering = Sipp.answers(called(bob));
        Sipp calling = Sipp.calls(caller(alice), Switch.PORT, "2000")) {
      Made made = answered(ENGINE.next());
      String callId = EXCHANGE.nextAcknowledged();
      int port = made.line(0).caller().rtp();
      alice.say(5, LOOPBACK, port);
      EXCHANGE.kill();
      alice.say(5, LOOPBACK, port);
      assertThat(bob.hear(10)).containsExactly(1);
      EXCHANGE.start();
      assertThat(ENGINE.next()).isEqualTo(made);
      alice.say(5, LOOPBACK, port);
      assertThat(bob.hear(5)).containsExactly(1);
      MediaRecord media = Objects.requireNonNull(hangUp(callId).media());
      assertThat(media.origin()).extracting(LegMedia::packetsReceived).isEqualTo(15L);
      calling.succeeds();
      answering.succeeds();
    }
  }

  @Test
  void aCallWithoutAnyMediaEnds() throws Exception {
    EXCHANGE.connect("", "'mediaSilenceTimeout':1");
    try (Phone alice = new Phone(LOOPBACK, 1);
        Phone bob = new Phone(LOOPBACK, 2);
        Sipp answering = Sipp.answers(called(bob));
        Sipp calling = Sipp.calls(caller(alice).with("cause", "102"), Switch.PORT, "2000")) {
      CallRecord record = EXCHANGE.ledger().next();
      assertThat(record.originRelease().failure()).isEqualTo(Failure.MEDIA_SILENT);
      calling.succeeds();
      answering.succeeds();
    }
  }
}
