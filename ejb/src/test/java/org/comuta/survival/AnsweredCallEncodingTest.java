package org.comuta.survival;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.comuta.call.RelayedMedia;
import org.comuta.call.answered.AnsweredCall;
import org.comuta.call.answered.AnsweredLeg;
import org.comuta.call.answered.AttemptSoFar;
import org.comuta.call.answered.CallSoFar;
import org.comuta.octets.MalformedOctetsException;
import org.comuta.octets.OctetWriter;
import org.comuta.routing.TraceStep;

/** Answered calls as octets and back. */
class AnsweredCallEncodingTest {
  private static final int LIMIT = 4096 - SlotFile.HEADER;
  private static final AnsweredCall SAMPLE = AnsweredSamples.call("id");

  private final OctetWriter writer = new OctetWriter();

  @Example
  void aPlainCallTakesAboutAKilobyteAndComesBackAsItWas() throws Exception {
    assertThat(decoded(SAMPLE)).isEqualTo(SAMPLE);
    assertThat(writer.length()).isBetween(600, 1200);
  }

  @Example
  void mediaComeBackAsTheyWere() throws Exception {
    AnsweredCall call =
        AnsweredSamples.with(SAMPLE, SAMPLE.caller(), AnsweredSamples.media("id", 16));
    assertThat(decoded(call)).isEqualTo(call);
  }

  /** An upgrade goes on with the calls of the release before. */
  @Example
  void whatTheFirstVersionWroteIsRead() throws Exception {
    AnsweredCall call = AnsweredCallDecoding.read(firstVersion());
    assertThat(call.soFar()).isEqualTo(SAMPLE.soFar());
    assertThat(call.endsAt()).isEqualTo(SAMPLE.endsAt());
    assertThat(call.called()).isEqualTo(SAMPLE.called());
    assertThat(call.caller().outbound()).isEmpty();
    assertThat(call.caller())
        .usingRecursiveComparison()
        .ignoringFields("outbound")
        .isEqualTo(SAMPLE.caller());
    RelayedMedia media = Objects.requireNonNull(call.media());
    assertThat(media.caller().localAddress()).isEqualTo("192.0.2.9");
    assertThat(media.caller().said()).contains("m=video 30000");
    assertThat(media.ports()).isEqualTo(AnsweredSamples.media("id", 1).ports());
  }

  private static byte[] firstVersion() throws IOException {
    try (InputStream in =
        AnsweredCallEncodingTest.class.getResourceAsStream("answered-call-1.hex")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), US_ASCII);
      return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
    }
  }

  @Property(tries = 500)
  void anyLegComesBackAsItWas(
      @ForAll("legTexts") List<String> texts,
      @ForAll boolean begunByPeer,
      @ForAll long localSequence,
      @ForAll long remoteSequence,
      @ForAll long version)
      throws Exception {
    AnsweredLeg leg =
        new AnsweredLeg(
            begunByPeer,
            texts.get(0),
            texts.get(1),
            texts.get(2),
            texts.get(3),
            texts.get(4),
            texts.get(5),
            texts.get(6),
            texts.subList(7, texts.size()),
            localSequence,
            remoteSequence,
            "udp",
            texts.get(1),
            "192.0.2.1",
            86_400,
            ~version,
            version,
            version * 31);
    AnsweredCall call = AnsweredSamples.with(SAMPLE, leg, null);
    AnsweredCall kept = decoded(call);
    assertThat(kept.caller()).isEqualTo(call.caller());
    assertThat(kept.called()).isEqualTo(call.called());
    assertThat(kept.soFar().attempts().getLast()).isEqualTo(call.soFar().attempts().getLast());
  }

  @Provide
  Arbitrary<List<String>> legTexts() {
    return Arbitraries.strings()
        .ofMaxLength(700)
        .filter(text -> text.codePoints().noneMatch(AnsweredCallEncodingTest::isSurrogate))
        .list()
        .ofMinSize(7)
        .ofMaxSize(12);
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  @Example
  void whatTellsHowTheCallCameAboutGivesWayToWhatItNeeds() throws Exception {
    Instant at = SAMPLE.soFar().answeredAt();
    TraceStep step = new TraceStep("route", "r", TraceStep.Verdict.DROPPED, "x".repeat(200));
    List<AttemptSoFar> attempts =
        new ArrayList<>(Collections.nCopies(9, SAMPLE.soFar().attempts().getFirst()));
    attempts.add(AnsweredSamples.answered(at));
    AnsweredCall call = with(attempts, Collections.nCopies(100, step));

    AnsweredCall kept = decoded(call);

    assertThat(writer.length()).isLessThanOrEqualTo(LIMIT);
    assertThat(kept.soFar().attempts()).isEqualTo(attempts);
    assertThat(kept.soFar().trace()).hasSizeBetween(5, 15).startsWith(step, step);
    assertThat(kept.soFar().trace().getLast().detail()).matches("… [0-9]+ more steps");
    assertThat(kept.called()).isEqualTo(call.called());
  }

  @Example
  void ofManyAttemptsTheAnsweredOneStays() throws Exception {
    Instant at = SAMPLE.soFar().answeredAt();
    List<AttemptSoFar> attempts =
        new ArrayList<>(Collections.nCopies(500, SAMPLE.soFar().attempts().getFirst()));
    attempts.add(AnsweredSamples.answered(at));

    AnsweredCall kept = decoded(with(attempts, SAMPLE.soFar().trace()));

    assertThat(writer.length()).isLessThanOrEqualTo(LIMIT);
    assertThat(kept.soFar().attempts()).hasSizeBetween(10, 60);
    assertThat(kept.soFar().attempts().getLast()).isEqualTo(attempts.getLast());
  }

  @Property(tries = 2000)
  void noOctetsHarmTheDecoder(@ForAll byte[] octets) {
    assertDecodesOrRefuses(octets);
  }

  @Property(tries = 3000)
  void noChangeOfACallHarmsTheDecoder(
      @ForAll int place, @ForAll byte octet, @ForAll boolean withMedia) {
    byte[] octets = sample(withMedia);
    octets[Math.floorMod(place, octets.length)] = octet;
    assertDecodesOrRefuses(octets);
  }

  @Property(tries = 1000)
  void aCallWithoutItsEndIsRefused(@ForAll int place, @ForAll boolean withMedia) {
    byte[] octets = sample(withMedia);
    byte[] cut = Arrays.copyOf(octets, Math.floorMod(place, octets.length));
    assertThatThrownBy(() -> AnsweredCallDecoding.read(cut))
        .isInstanceOf(MalformedOctetsException.class);
  }

  @Example
  void anotherVersionIsRefused() {
    byte[] octets = sample(false);
    octets[0]++;
    assertThatThrownBy(() -> AnsweredCallDecoding.read(octets))
        .isInstanceOf(MalformedOctetsException.class)
        .hasMessageContaining("version");
  }

  private byte[] sample(boolean withMedia) {
    AnsweredCall call =
        withMedia
            ? AnsweredSamples.with(SAMPLE, SAMPLE.caller(), AnsweredSamples.media("id", 2))
            : SAMPLE;
    AnsweredCallEncoding.write(writer, call, LIMIT);
    return writer.toByteArray();
  }

  private static AnsweredCall with(List<AttemptSoFar> attempts, List<TraceStep> trace) {
    CallSoFar sample = SAMPLE.soFar();
    return new AnsweredCall(
        new CallSoFar(
            sample.callId(),
            sample.revision(),
            sample.incoming(),
            sample.originNap(),
            sample.ringingAt(),
            sample.answeredAt(),
            attempts,
            trace),
        SAMPLE.caller(),
        SAMPLE.called(),
        null,
        null);
  }

  private AnsweredCall decoded(AnsweredCall call) throws MalformedOctetsException {
    AnsweredCallEncoding.write(writer, call, LIMIT);
    return AnsweredCallDecoding.read(writer.toByteArray());
  }

  private static void assertDecodesOrRefuses(byte[] octets) {
    try {
      assertThat(AnsweredCallDecoding.read(octets).soFar()).isNotNull();
    } catch (MalformedOctetsException e) {
      assertThat(e).hasMessageNotContaining("null");
    }
  }
}
