package org.comuta.sip.callcontrol.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.comuta.call.CallRecord;
import org.comuta.call.LegMedia;
import org.comuta.call.MediaRecord;
import org.comuta.call.Party;
import org.comuta.cause.Failure;
import org.comuta.media.CallMedia;
import org.comuta.media.MediaException;
import org.comuta.media.Side;
import org.comuta.nap.MediaMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls whose media an engine relays; what is told of ports is the engine's. */
class RelayedScenarioTest {
  @RegisterExtension static final Switch EXCHANGE = new Switch(MediaMode.BRIDGE);

  private static Sipp.Part isEnded(int cause) {
    return EXCHANGE.caller("is-ended").with("cause", Integer.toString(cause));
  }

  @AfterEach
  void reset() {
    EXCHANGE.engine().reset();
  }

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource({
    "basic, basic",
    "early-media, early-media",
    "late-offer, late-offer",
    "sees-one-fork, forks",
    "basic, forks-in-vain",
    "holds, is-held",
    "is-held, holds",
    "offers-in-vain, refuses-offer",
    "offers-late, is-asked-to-offer",
    "updates, updates",
    "digits, digits",
    "sends-digits-early, gets-digits-early",
    "glare, glare",
    "hurries, takes-time",
    "calls-off-offer, is-called-off",
  })
  void aRelayedCallGoesAsOthersDo(String caller, String called) throws Exception {
    EXCHANGE.connect();
    CallRecord record = EXCHANGE.call(EXCHANGE.caller(caller), EXCHANGE.called(called));
    assertThat(record.answeredAt()).isNotNull();
    assertThat(record.originRelease().by()).isEqualTo(Party.CALLER);
    MediaRecord media = record.media();
    assertThat(media).isNotNull();
    assertThat(media.mode()).isEqualTo(MediaMode.BRIDGE);
    assertThat(media.origin()).extracting(LegMedia::packetsReceived).isEqualTo(7L);
    assertThat(media.destination()).extracting(LegMedia::packetsReceived).isEqualTo(9L);
  }

  @Test
  void theNextDestinationKeepsTheCallersPorts() throws Exception {
    EXCHANGE.connect();
    try (Sipp refusing = Sipp.answers(EXCHANGE.called("rings-and-refuses"));
        Sipp answering = Sipp.answers(EXCHANGE.called("basic").at(EXCHANGE.port("second")))) {
      CallRecord record = EXCHANGE.call(EXCHANGE.caller("basic"));
      refusing.succeeds();
      answering.succeeds();
      assertThat(record.attempts()).hasSize(2);
      assertThat(record.media()).isNotNull();
    }
  }

  @Test
  void anAnswerThatComesWhileTheEngineEndsTheCallIsHungUp() throws Exception {
    EXCHANGE.connect();
    Runnable letGo = EXCHANGE.engine().holdEnds();
    try (RawPeer called = new RawPeer(EXCHANGE.port("called"));
        Sipp calling = Sipp.calls(EXCHANGE.caller("cancels"), Switch.PORT, "2000")) {
      called.receive("INVITE");
      called.reply("180 Ringing");
      Switch.await("the end", () -> EXCHANGE.engine().askedToEnd());
      long before = answersReceived();
      called.reply("200 OK");
      Switch.await("the answer", () -> answersReceived() > before);
      letGo.run();
      called.receive("ACK");
      called.receive("BYE");
      called.reply("200 OK");
      calling.succeeds();
      CallRecord record = EXCHANGE.ledger().next();
      assertThat(record.originRelease().failure()).isEqualTo(Failure.ABANDONED);
      assertThat(record.answeredAt()).isNull();
    } finally {
      letGo.run();
    }
  }

  private static long answersReceived() {
    return EXCHANGE.edge().counters().getOrDefault("responses_received_200", 0L);
  }

  @Test
  void aCallIsBypassedWhenBothSidesSaySo() throws Exception {
    EXCHANGE.connect("'mediaMode':'BYPASS'", "'mediaMode':'BYPASS'");
    CallRecord record = EXCHANGE.call(EXCHANGE.caller("basic"), EXCHANGE.called("basic"));
    assertThat(record.media()).isEqualTo(MediaRecord.of(MediaMode.BYPASS));
    assertThat(EXCHANGE.engine().asked()).isEmpty();
  }

  @Test
  void silenceIsWatchedOnceTheCallIsAnswered() throws Exception {
    EXCHANGE.connect("'mediaSilenceTimeout':30", "'mediaSilenceTimeout':20");
    EXCHANGE.call(EXCHANGE.caller("early-media"), EXCHANGE.called("early-media"));
    assertThat(EXCHANGE.engine().asked())
        .extracting(CallMedia::silenceLimit)
        .extracting(limit -> limit.toSeconds())
        .containsExactly(0L, 0L, 20L);
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({
    "NO_PORTS,        MEDIA_PORTS_EXHAUSTED,     34",
    "NO_RESOURCES,    MEDIA_RESOURCES_EXHAUSTED, 42",
    "ENGINE_LOST,     MEDIA_ENGINE_LOST,         41",
    "NO_SUCH_ADDRESS, MEDIA_ADDRESS_MISSING,     38",
  })
  void aCallTheEngineCannotTakeIsRefused(MediaException.Kind kind, Failure failure, int cause)
      throws Exception {
    EXCHANGE.connect();
    EXCHANGE.engine().failsWith = kind;
    CallRecord record = EXCHANGE.call(EXCHANGE.caller("refused").with("status", "503"));
    assertThat(record.originRelease().failure()).isEqualTo(failure);
    assertThat(record.originRelease().cause().value()).isEqualTo(cause);
  }

  @Test
  void anEngineThatDoesNotAnswerCountsAsLost() throws Exception {
    EXCHANGE.connect();
    EXCHANGE.engine().silent = true;
    CallRecord record = EXCHANGE.call(EXCHANGE.caller("refused").with("status", "503"));
    assertThat(record.originRelease().failure()).isEqualTo(Failure.MEDIA_ENGINE_LOST);
  }

  @Test
  void aCallThatGoesSilentEnds() throws Exception {
    EXCHANGE.connect();
    try (Sipp answering = Sipp.answers(EXCHANGE.called("basic"));
        Sipp calling = Sipp.calls(isEnded(102), Switch.PORT, "2000")) {
      EXCHANGE.engine().tellSilent(EXCHANGE.ledger().nextAnswered(), Side.CALLED);
      CallRecord record = EXCHANGE.ledger().next();
      assertThat(record.originRelease().failure()).isEqualTo(Failure.MEDIA_SILENT);
      assertThat(record.originRelease().text()).isEqualTo("called side");
      calling.succeeds();
      answering.succeeds();
    }
  }

  @Test
  void aCallWhoseEngineIsLostEnds() throws Exception {
    EXCHANGE.connect();
    try (Sipp answering = Sipp.answers(EXCHANGE.called("basic"));
        Sipp calling = Sipp.calls(isEnded(41), Switch.PORT, "2000")) {
      EXCHANGE.ledger().nextAnswered();
      EXCHANGE.engine().tellLost();
      // It waits for another engine, in vain.
      CallRecord record = EXCHANGE.ledger().next();
      assertThat(record.originRelease().failure()).isEqualTo(Failure.MEDIA_ENGINE_LOST);
      assertThat(record.media()).isEqualTo(MediaRecord.of(MediaMode.BRIDGE));
      calling.succeeds();
      answering.succeeds();
    }
  }

  @Test
  void aCallGoesOnWithAnotherEngine() throws Exception {
    EXCHANGE.connect();
    try (Sipp answering = Sipp.answers(EXCHANGE.called("is-anchored-anew"));
        Sipp calling = Sipp.calls(EXCHANGE.caller("is-anchored-anew"), Switch.PORT, "2000")) {
      String callId = EXCHANGE.ledger().nextAnswered();
      EXCHANGE.engine().tellLost();
      EXCHANGE.engine().tellBack();
      calling.succeeds();
      answering.succeeds();
      CallRecord record = EXCHANGE.ledger().next();
      assertThat(record.callId()).isEqualTo(callId);
      assertThat(record.originRelease().by()).isEqualTo(Party.CALLER);
      assertThat(record.media()).extracting(MediaRecord::origin).isNotNull();
    }
  }

  @Test
  void aCallThatTheSameEngineStillHoldsGoesOnUnchanged() throws Exception {
    EXCHANGE.connect();
    try (Sipp answering = Sipp.answers(EXCHANGE.called("basic"));
        Sipp calling = Sipp.calls(EXCHANGE.caller("basic"), Switch.PORT, "2000")) {
      EXCHANGE.ledger().nextAnswered();
      EXCHANGE.engine().tellCutOff();
      EXCHANGE.engine().tellBack();
      calling.succeeds();
      answering.succeeds();
      assertThat(EXCHANGE.ledger().next().originRelease().by()).isEqualTo(Party.CALLER);
    }
  }
}
