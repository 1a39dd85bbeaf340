package org.comuta.media.process.protocol;

import java.time.Duration;
import org.comuta.media.CallPorts;
import org.comuta.media.CallPorts.LinePorts;
import org.comuta.media.CallPorts.SidePorts;
import org.comuta.media.CallStatistics;
import org.comuta.media.CallStatistics.LineStatistics;
import org.comuta.media.CallStatistics.SideStatistics;
import org.comuta.media.EngineFigures;

/** What an engine tells of a call and of itself, as octets. */
final class ResultCodec {
  private ResultCodec() {}

  static void write(WireOutput out, CallPorts ports) {
    out.list(
        ports.lines(),
        Limits.LINES,
        (to, line) -> {
          writePorts(to, line.caller());
          writePorts(to, line.called());
        });
  }

  static CallPorts readPorts(WireInput in) throws ProtocolException {
    return new CallPorts(
        in.list(Limits.LINES, from -> new LinePorts(readSidePorts(from), readSidePorts(from))));
  }

  private static void writePorts(WireOutput out, SidePorts ports) {
    out.port(ports.rtp()).port(ports.rtcp());
  }

  private static SidePorts readSidePorts(WireInput in) throws ProtocolException {
    return new SidePorts(in.port(), in.port());
  }

  static void write(WireOutput out, CallStatistics statistics) {
    out.list(
        statistics.lines(),
        Limits.LINES,
        (to, line) -> {
          to.octet(Codes.of(line.kind()));
          writeSide(to, line.caller());
          writeSide(to, line.called());
        });
  }

  static CallStatistics readStatistics(WireInput in) throws ProtocolException {
    return new CallStatistics(
        in.list(
            Limits.LINES,
            from ->
                new LineStatistics(Codes.lineKind(from.octet()), readSide(from), readSide(from))));
  }

  private static void writeSide(WireOutput out, SideStatistics side) {
    out.text(side.encoding())
        .text(side.source())
        .number(side.packetsReceived())
        .number(side.octetsReceived())
        .number(side.packetsSent())
        .number(side.octetsSent())
        .number(side.packetsLost())
        .number(side.strangersDropped())
        .fraction(side.jitterMillis())
        .fraction(side.roundTripMillis())
        .fraction(side.farLossPercent())
        .fraction(side.mos());
  }

  private static SideStatistics readSide(WireInput in) throws ProtocolException {
    return new SideStatistics(
        in.text(),
        in.text(),
        in.longNumber(),
        in.longNumber(),
        in.longNumber(),
        in.longNumber(),
        in.longNumber(),
        in.longNumber(),
        in.fraction(),
        in.fraction(),
        in.fraction(),
        in.fraction());
  }

  static void write(WireOutput out, EngineFigures figures) {
    out.number(figures.calls())
        .number(figures.portsInUse())
        .number(figures.portsOfRange())
        .number(figures.packetsReceived())
        .number(figures.packetsSent())
        .number(figures.strangersDropped())
        .number(figures.malformedDropped())
        .number(figures.processorTime().toNanos());
  }

  static EngineFigures readFigures(WireInput in) throws ProtocolException {
    return new EngineFigures(
        in.number(),
        in.number(),
        in.number(),
        in.longNumber(),
        in.longNumber(),
        in.longNumber(),
        in.longNumber(),
        Duration.ofNanos(in.longNumber()));
  }
}
