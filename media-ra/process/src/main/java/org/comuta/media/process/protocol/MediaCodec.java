package org.comuta.media.process.protocol;

import java.time.Duration;
import org.comuta.media.CallMedia;
import org.comuta.media.MediaLine;
import org.comuta.media.MediaSide;
import org.comuta.media.MediaSide.PayloadFormat;
import org.comuta.media.MediaSide.Remote;
import org.comuta.media.MediaSide.SourceRule;
import org.comuta.media.PortRange;
import org.jspecify.annotations.Nullable;

/** What is asked for a call, as octets. */
final class MediaCodec {
  /** The first that carries the range of ports of a side. */
  private static final int VERSION_OF_PORTS = 2;

  private MediaCodec() {}

  static void write(WireOutput out, CallMedia media) {
    out.text(media.callId())
        .number(media.silenceLimit().toNanos())
        .list(media.lines(), Limits.LINES, MediaCodec::writeLine);
  }

  static CallMedia read(WireInput in) throws ProtocolException {
    String callId = in.text();
    Duration silenceLimit = Duration.ofNanos(in.longNumber());
    return new CallMedia(callId, in.list(Limits.LINES, MediaCodec::readLine), silenceLimit);
  }

  private static void writeLine(WireOutput out, MediaLine line) {
    out.octet(Codes.of(line.kind())).flag(line.active());
    writeSide(out, line.caller());
    writeSide(out, line.called());
  }

  private static MediaLine readLine(WireInput in) throws ProtocolException {
    MediaLine.Kind kind = Codes.lineKind(in.octet());
    boolean active = in.flag();
    return new MediaLine(kind, active, readSide(in), readSide(in));
  }

  private static void writeSide(WireOutput out, MediaSide side) {
    out.text(side.localAddress());
    writePorts(out, side.ports());
    writeRemote(out, side.remote());
    out.flag(side.sends()).flag(side.receives()).flag(side.rtcpMux());
    out.flag(side.source().strict())
        .list(side.source().trustedAddresses(), Limits.ADDRESSES, WireOutput::text);
    out.octet(side.dscp()).list(side.formats(), Limits.FORMATS, MediaCodec::writeFormat);
  }

  private static MediaSide readSide(WireInput in) throws ProtocolException {
    String localAddress = in.text();
    PortRange ports = readPorts(in);
    Remote remote = readRemote(in);
    boolean sends = in.flag();
    boolean receives = in.flag();
    boolean rtcpMux = in.flag();
    SourceRule source = new SourceRule(in.flag(), in.list(Limits.ADDRESSES, WireInput::text));
    int dscp = in.octet();
    return new MediaSide(
        localAddress,
        ports,
        remote,
        sends,
        receives,
        rtcpMux,
        source,
        dscp,
        in.list(Limits.FORMATS, MediaCodec::readFormat));
  }

  private static void writePorts(WireOutput out, PortRange ports) {
    if (out.version() >= VERSION_OF_PORTS) {
      out.port(ports.first()).port(ports.last());
    } else if (!ports.isEngines()) {
      // Other ports than those that were asked for are none that a firewall lets pass.
      throw new IllegalArgumentException(
          "version %d carries no range of ports, such as %s".formatted(out.version(), ports));
    }
  }

  private static PortRange readPorts(WireInput in) throws ProtocolException {
    return in.version() >= VERSION_OF_PORTS
        ? new PortRange(in.port(), in.port())
        : PortRange.ENGINE;
  }

  private static void writeRemote(WireOutput out, @Nullable Remote remote) {
    out.flag(remote != null);
    if (remote != null) {
      out.text(remote.address()).port(remote.rtpPort()).port(remote.rtcpPort());
    }
  }

  private static @Nullable Remote readRemote(WireInput in) throws ProtocolException {
    return in.flag() ? new Remote(in.text(), in.port(), in.port()) : null;
  }

  private static void writeFormat(WireOutput out, PayloadFormat format) {
    out.octet(format.payloadType()).text(format.encoding()).number(format.clockRate());
  }

  private static PayloadFormat readFormat(WireInput in) throws ProtocolException {
    return new PayloadFormat(in.octet(), in.text(), in.number());
  }
}
