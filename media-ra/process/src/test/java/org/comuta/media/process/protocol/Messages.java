package org.comuta.media.process.protocol;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts;
import org.comuta.media.CallPorts.LinePorts;
import org.comuta.media.CallPorts.SidePorts;
import org.comuta.media.CallStatistics;
import org.comuta.media.CallStatistics.LineStatistics;
import org.comuta.media.CallStatistics.SideStatistics;
import org.comuta.media.EngineFigures;
import org.comuta.media.MediaException;
import org.comuta.media.MediaLine;
import org.comuta.media.MediaSide;
import org.comuta.media.MediaSide.PayloadFormat;
import org.comuta.media.MediaSide.Remote;
import org.comuta.media.MediaSide.SourceRule;
import org.comuta.media.PortRange;
import org.comuta.media.Side;
import org.comuta.media.process.protocol.Message.AskFigures;
import org.comuta.media.process.protocol.Message.AskStatistics;
import org.comuta.media.process.protocol.Message.Claim;
import org.comuta.media.process.protocol.Message.Claimed;
import org.comuta.media.process.protocol.Message.EndCall;
import org.comuta.media.process.protocol.Message.Failed;
import org.comuta.media.process.protocol.Message.Figures;
import org.comuta.media.process.protocol.Message.Hello;
import org.comuta.media.process.protocol.Message.Ports;
import org.comuta.media.process.protocol.Message.Refused;
import org.comuta.media.process.protocol.Message.SetCall;
import org.comuta.media.process.protocol.Message.Silent;
import org.comuta.media.process.protocol.Message.Statistics;
import org.comuta.media.process.protocol.Message.Welcome;

/** Messages of every kind, for properties. */
final class Messages {
  private static final Arbitrary<String> TEXT = Arbitraries.strings().ofMaxLength(60);
  private static final Arbitrary<String> CALL_ID =
      Arbitraries.strings().ofMinLength(1).ofMaxLength(64);
  private static final Arbitrary<Boolean> FLAG = Arbitraries.of(true, false);
  private static final Arbitrary<Integer> NUMBER = Arbitraries.integers();
  private static final Arbitrary<Integer> PORT = Arbitraries.integers().between(0, 0xFFFF);
  private static final Arbitrary<Integer> OCTET = Arbitraries.integers().between(0, 0xFF);
  private static final Arbitrary<Long> COUNT = Arbitraries.longs();
  private static final Arbitrary<Double> FRACTION =
      Arbitraries.doubles().withSpecialValue(Double.NaN).withSpecialValue(-1.0);

  private Messages() {}

  /** Those that this version carries. */
  @SuppressWarnings("unchecked") // generic array of the varargs
  static Arbitrary<Message> any(int version) {
    return Arbitraries.oneOf(
        Combinators.combine(OCTET, OCTET, TEXT).as(Hello::new).map(Message.class::cast),
        Combinators.combine(OCTET, COUNT, COUNT)
            .as((spoken, high, low) -> new Welcome(spoken, new UUID(high, low))),
        TEXT.map(Refused::new),
        Combinators.combine(NUMBER, callMedia(version)).as(SetCall::new),
        Combinators.combine(NUMBER, CALL_ID).as(AskStatistics::new),
        Combinators.combine(NUMBER, CALL_ID).as(EndCall::new),
        Combinators.combine(NUMBER, CALL_ID.list().ofMaxSize(50)).as(Claim::new),
        NUMBER.map(AskFigures::new),
        Combinators.combine(NUMBER, linePorts().list().ofMaxSize(16))
            .as((number, lines) -> new Ports(number, new CallPorts(lines))),
        Combinators.combine(NUMBER, lineStatistics().list().ofMaxSize(16))
            .as((number, lines) -> new Statistics(number, new CallStatistics(lines))),
        Combinators.combine(NUMBER, CALL_ID.list().ofMaxSize(50)).as(Claimed::new),
        Combinators.combine(NUMBER, figures()).as(Figures::new),
        Combinators.combine(NUMBER, Arbitraries.of(MediaException.Kind.class), TEXT)
            .as(Failed::new),
        Combinators.combine(CALL_ID, Arbitraries.of(Side.class)).as(Silent::new));
  }

  private static Arbitrary<CallMedia> callMedia(int version) {
    Arbitrary<MediaSide> side =
        mediaSide(version == 1 ? Arbitraries.just(PortRange.ENGINE) : ports());
    Arbitrary<List<MediaLine>> lines =
        Combinators.combine(Arbitraries.of(MediaLine.Kind.class), FLAG, side, side)
            .as(MediaLine::new)
            .list()
            .ofMaxSize(16);
    Arbitrary<Duration> limit =
        Arbitraries.longs().between(0, Long.MAX_VALUE).map(Duration::ofNanos);
    return Combinators.combine(CALL_ID, lines, limit).as(CallMedia::new);
  }

  private static Arbitrary<PortRange> ports() {
    Arbitrary<Integer> pair = Arbitraries.integers().between(512, 32_767);
    Arbitrary<PortRange> own =
        Combinators.combine(pair, pair)
            .as(
                (one, other) ->
                    new PortRange(2 * Math.min(one, other), 2 * Math.max(one, other) + 1));
    return Arbitraries.oneOf(own, Arbitraries.just(PortRange.ENGINE));
  }

  private static Arbitrary<MediaSide> mediaSide(Arbitrary<PortRange> ports) {
    Arbitrary<Remote> remote = Combinators.combine(TEXT, PORT, PORT).as(Remote::new);
    Arbitrary<SourceRule> source =
        Combinators.combine(FLAG, TEXT.list().ofMaxSize(4)).as(SourceRule::new);
    Arbitrary<PayloadFormat> format =
        Combinators.combine(Arbitraries.integers().between(0, 127), TEXT, NUMBER)
            .as(PayloadFormat::new);
    return Combinators.combine(
            TEXT,
            ports,
            remote.injectNull(0.3),
            FLAG.list().ofSize(3),
            source,
            Arbitraries.integers().between(0, 63),
            format.list().ofMaxSize(8))
        .as(
            (address, range, place, flags, rule, dscp, formats) ->
                new MediaSide(
                    address,
                    range,
                    place,
                    flags.get(0),
                    flags.get(1),
                    flags.get(2),
                    rule,
                    dscp,
                    formats));
  }

  private static Arbitrary<LinePorts> linePorts() {
    Arbitrary<SidePorts> ports = Combinators.combine(PORT, PORT).as(SidePorts::new);
    return Combinators.combine(ports, ports).as(LinePorts::new);
  }

  private static Arbitrary<LineStatistics> lineStatistics() {
    return Combinators.combine(
            Arbitraries.of(MediaLine.Kind.class), sideStatistics(), sideStatistics())
        .as(LineStatistics::new);
  }

  private static Arbitrary<SideStatistics> sideStatistics() {
    return Combinators.combine(TEXT, TEXT, COUNT.list().ofSize(6), FRACTION.list().ofSize(4))
        .as(
            (encoding, source, counts, fractions) ->
                new SideStatistics(
                    encoding,
                    source,
                    counts.get(0),
                    counts.get(1),
                    counts.get(2),
                    counts.get(3),
                    counts.get(4),
                    counts.get(5),
                    fractions.get(0),
                    fractions.get(1),
                    fractions.get(2),
                    fractions.get(3)));
  }

  private static Arbitrary<EngineFigures> figures() {
    return Combinators.combine(NUMBER, NUMBER, NUMBER, COUNT, COUNT, COUNT, COUNT, COUNT)
        .as(
            (calls, ports, range, received, sent, strangers, malformed, nanos) ->
                new EngineFigures(
                    calls,
                    ports,
                    range,
                    received,
                    sent,
                    strangers,
                    malformed,
                    Duration.ofNanos(nanos)));
  }
}
