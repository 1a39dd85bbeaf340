package org.comuta.cdr.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.comuta.call.AttemptRecord;
import org.comuta.call.CallRecord;
import org.comuta.call.IncomingCall;
import org.comuta.call.Party;
import org.comuta.call.Release;
import org.comuta.cause.Cause;
import org.comuta.cause.Failure;
import org.comuta.cdr.Samples;
import org.comuta.octets.MalformedOctetsException;
import org.comuta.octets.OctetWriter;
import org.comuta.routing.TraceStep;

/** The entries of the journal as octets and back. */
class EntryEncodingTest {
  private final OctetWriter writer = new OctetWriter();

  @Property(tries = 500)
  void anyRecordComesBackAsItWas(@ForAll("records") CallRecord record) throws Exception {
    EntryEncoding.ended(writer, record);

    assertThat(EntryDecoding.decode(writer.toByteArray())).isEqualTo(new Entry.Ended(record));
    assertThat(EntryDecoding.callId(writer.toByteArray())).isEqualTo(record.callId());
  }

  @Property(tries = 300)
  void anyOtherEntryComesBackAsItWas(
      @ForAll("texts") String id,
      @ForAll("texts") String text,
      @ForAll("moments") Instant at,
      @ForAll long revision)
      throws Exception {
    IncomingCall incoming = new IncomingCall(at, text, id, text, id, text);
    EntryEncoding.opened(writer, id, revision, incoming);
    assertThat(EntryDecoding.decode(writer.toByteArray()))
        .isEqualTo(new Entry.Opened(id, revision, incoming));

    EntryEncoding.attempted(writer, id, at, text, id, text);
    assertThat(EntryDecoding.decode(writer.toByteArray()))
        .isEqualTo(new Entry.Attempted(id, at, text, id, text));

    EntryEncoding.answered(writer, id, at);
    assertThat(EntryDecoding.decode(writer.toByteArray())).isEqualTo(new Entry.Answered(id, at));

    EntryEncoding.heartbeat(writer, at);
    assertThat(EntryDecoding.decode(writer.toByteArray())).isEqualTo(new Entry.Heartbeat(at));
  }

  @Property(tries = 300)
  void anyTextIsKeptUpToItsBound(@ForAll String text) throws Exception {
    EntryEncoding.answered(writer, text, Instant.EPOCH);

    String kept = ((Entry.Answered) EntryDecoding.decode(writer.toByteArray())).callId();

    assertThat(kept.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(Bounds.TEXT);
    if (text.length() * 3 <= Bounds.TEXT) {
      assertThat(kept).hasSameSizeAs(text);
    }
    assertThat(kept).doesNotContain("\0");
  }

  @Example
  void aTextThatIsTooLongEndsInAMark() throws Exception {
    EntryEncoding.answered(writer, "é".repeat(200), Instant.EPOCH);

    String kept = ((Entry.Answered) EntryDecoding.decode(writer.toByteArray())).callId();

    assertThat(kept).isEqualTo("é".repeat(126) + "…");
  }

  @Example
  void aTextOfExactlyTheBoundIsNotCut() throws Exception {
    String text = "x".repeat(Bounds.TEXT);
    EntryEncoding.answered(writer, text, Instant.EPOCH);

    assertThat(EntryDecoding.decode(writer.toByteArray()))
        .isEqualTo(new Entry.Answered(text, Instant.EPOCH));
  }

  @Example
  void theLargestRecordFitsAndKeepsItsLastAttemptAndBothEndsOfItsTrace() throws Exception {
    String large = "\uFFFF".repeat(1000);
    CallRecord sample = Samples.answered("id");
    AttemptRecord first = sample.attempts().getFirst();
    AttemptRecord attempt =
        new AttemptRecord(
            1,
            large,
            large,
            large,
            large,
            large,
            first.startedAt(),
            first.startedAt(),
            first.startedAt(),
            first.endedAt(),
            new Release(Party.CALLED, Cause.INTERWORKING, 699, Failure.INTERNAL_ERROR, large));
    List<AttemptRecord> attempts = new ArrayList<>(Collections.nCopies(5000, attempt));
    attempts.add(sample.attempts().getLast());
    List<TraceStep> trace =
        new ArrayList<>(
            Collections.nCopies(
                9999, new TraceStep(large, large, TraceStep.Verdict.DROPPED, large)));
    trace.add(new TraceStep("route", "last", TraceStep.Verdict.KEPT, "the one"));
    CallRecord record =
        new CallRecord(
            large,
            large,
            Long.MIN_VALUE,
            first.startedAt(),
            first.startedAt(),
            first.startedAt(),
            first.startedAt(),
            large,
            large,
            large,
            large,
            large,
            large,
            attempt.release(),
            attempt.release(),
            attempts,
            trace);

    EntryEncoding.ended(writer, record);
    CallRecord kept = ((Entry.Ended) EntryDecoding.decode(writer.toByteArray())).record();

    assertThat(writer.length()).isLessThan(Bounds.ENTRY);
    assertThat(kept.attempts()).hasSize(Bounds.ATTEMPTS);
    assertThat(kept.lastAttempt()).isEqualTo(sample.attempts().getLast());
    assertThat(kept.trace()).hasSize(Bounds.STEPS);
    assertThat(kept.trace().getLast().object()).isEqualTo("last");
    assertThat(kept.trace().get(Bounds.FIRST_STEPS).detail()).isEqualTo("… 9801 more steps");
  }

  @Property(tries = 2000)
  void noOctetsHarmTheDecoder(@ForAll byte[] octets) {
    assertDecodesOrRefuses(octets);
  }

  @Property(tries = 2000)
  void noOctetsAfterATrueBeginningHarmTheDecoder(@ForAll("types") int type, @ForAll byte[] octets) {
    byte[] entry = new byte[octets.length + 2];
    entry[0] = (byte) type;
    entry[1] = EntryEncoding.VERSION;
    System.arraycopy(octets, 0, entry, 2, octets.length);
    assertDecodesOrRefuses(entry);
  }

  @Property(tries = 2000)
  void aRecordWithAnyOctetChangedOrItsEndMissingHarmsNothing(
      @ForAll int place, @ForAll byte value, @ForAll boolean shorten) {
    EntryEncoding.ended(writer, Samples.answered("one"));
    byte[] entry = writer.toByteArray();
    int at = Math.floorMod(place, entry.length);
    if (shorten) {
      entry = Arrays.copyOf(entry, at);
    } else {
      entry[at] = value;
    }
    assertDecodesOrRefuses(entry);
  }

  @Property(tries = 500)
  void noOctetsHarmTheReaderOfOpenCalls(@ForAll byte[] octets) {
    assertThatThrownBy(() -> OpenCallsFile.decode(octets))
        .isInstanceOf(MalformedOctetsException.class);
  }

  @SuppressWarnings("CheckReturnValue")
  private static void assertDecodesOrRefuses(byte[] octets) {
    assertThatCode(
            () -> {
              try {
                EntryDecoding.decode(octets);
              } catch (MalformedOctetsException e) {
                // This is what it is for.
              }
            })
        .doesNotThrowAnyException();
  }

  @Provide
  Arbitrary<Integer> types() {
    return Arbitraries.integers().between(1, 5);
  }

  @Provide
  Arbitrary<Instant> moments() {
    return Combinators.combine(
            Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
            Arbitraries.longs().between(0, 999_999_999))
        .as(Instant::ofEpochSecond);
  }

  /** Texts within the bound, without what no text may hold. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .ofMaxLength(60)
        .filter(
            text -> {
              String through =
                  new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
              return through.equals(text) && text.indexOf(0) < 0;
            });
  }

  private Arbitrary<Release> releases() {
    return Combinators.combine(
            Arbitraries.of(Party.class),
            Arbitraries.of(Cause.class),
            Arbitraries.integers(),
            Arbitraries.of(Failure.class).injectNull(0.3),
            texts())
        .as(Release::new);
  }

  private Arbitrary<AttemptRecord> attempts() {
    return Combinators.combine(
            texts(),
            texts(),
            texts().injectNull(0.2),
            moments(),
            moments().injectNull(0.3),
            moments().injectNull(0.3),
            Arbitraries.integers(),
            releases())
        .as(
            (name, number, callId, at, ringing, answer, place, release) ->
                new AttemptRecord(
                    place, name, number, number, name, callId, at, ringing, answer, at, release));
  }

  private Arbitrary<TraceStep> steps() {
    return Combinators.combine(
            Arbitraries.strings().alpha().ofMaxLength(20),
            texts(),
            Arbitraries.of(TraceStep.Verdict.class),
            texts())
        .as(TraceStep::new);
  }

  @Provide
  Arbitrary<CallRecord> records() {
    return Combinators.combine(
            texts(),
            texts().injectNull(0.2),
            Arbitraries.longs(),
            moments(),
            moments().injectNull(0.4),
            releases(),
            attempts().list().ofMaxSize(4),
            steps().list().ofMaxSize(6))
        .as(
            (text, nap, revision, at, maybe, release, attempts, trace) ->
                new CallRecord(
                    text,
                    text + "c",
                    revision,
                    at,
                    maybe,
                    maybe,
                    at,
                    nap,
                    text,
                    "UDP",
                    text,
                    text,
                    text,
                    release,
                    maybe == null ? null : release,
                    attempts,
                    trace,
                    nap == null ? null : Samples.media()));
  }
}
