package org.comuta.media.engine.relay;

import java.util.List;
import org.comuta.media.CallPorts.SidePorts;
import org.comuta.media.CallStatistics.SideStatistics;
import org.comuta.media.MediaLine;
import org.comuta.media.MediaSide;
import org.comuta.media.engine.rtp.FarReports;
import org.comuta.media.engine.rtp.Formats;
import org.comuta.media.engine.rtp.ReceivedStream;
import org.comuta.media.engine.rtp.VoiceQuality;
import org.comuta.media.engine.source.Address;
import org.comuta.media.engine.source.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * One end of a line: our ports towards a side, what is known of the side, and what was counted. The
 * relay thread's alone.
 */
final class LineEnd {
  private static final int PACKET_MILLIS = 20;

  MediaLine.Kind kind;
  MediaSide media;
  private @Nullable LineEnd peer;

  boolean sends;
  boolean receives;
  boolean multiplexed;

  /** The pair of ports it holds, and of which address; 0 when none. */
  int pair;

  @Nullable Address local;
  @Nullable RelaySocket rtp;
  @Nullable RelaySocket rtcp;

  final ReceivedStream received;
  final FarReports far = new FarReports();
  long datagrams;
  long datagramOctets;
  long packetsSent;
  long octetsSent;
  long strangers;
  long lastHeard;
  private boolean heard;
  private @Nullable Endpoint source;

  LineEnd(MediaLine.Kind kind, MediaSide media, long now) {
    this.kind = kind;
    this.media = media;
    this.received = new ReceivedStream(new Formats(media.formats()));
    this.lastHeard = now;
  }

  void join(LineEnd other) {
    peer = other;
    other.peer = this;
  }

  LineEnd peer() {
    if (peer == null) {
      throw new IllegalStateException("an end without another");
    }
    return peer;
  }

  /** Whether RTCP has a port of its own, by what is asked. */
  static boolean wantsRtcp(MediaLine.Kind kind, MediaSide media) {
    return kind != MediaLine.Kind.OTHER && !media.rtcpMux();
  }

  /** Takes over what is asked; the sockets are in place. */
  void configure(MediaLine.Kind nowKind, MediaSide nowMedia, long now) {
    if (!media.formats().equals(nowMedia.formats())) {
      received.formats(new Formats(nowMedia.formats()));
    }
    if (nowMedia.sends() && !media.sends()) {
      if (rtp != null) {
        rtp.filter.resume(now);
      }
    }
    kind = nowKind;
    media = nowMedia;
    sends = nowMedia.sends();
    receives = nowMedia.receives();
    multiplexed = kind == MediaLine.Kind.OTHER || nowMedia.rtcpMux();
    MediaSide.Remote remote = nowMedia.remote();
    configure(rtp, remote, remote == null ? 0 : remote.rtpPort(), now);
    configure(rtcp, remote, remote == null ? 0 : remote.rtcpPort(), now);
  }

  private void configure(
      @Nullable RelaySocket socket, MediaSide.@Nullable Remote remote, int port, long now) {
    if (socket == null) {
      return;
    }
    Endpoint signalled =
        remote == null ? null : new Endpoint(Address.parse(remote.address()), port);
    if (signalled != null && (isOurs(signalled) || peer().isOurs(signalled))) {
      // A side that names a port of its own call would have its packets go round for ever.
      signalled = null;
    }
    List<Address> trusted = media.source().trustedAddresses().stream().map(Address::parse).toList();
    socket.filter.configure(media.source().strict(), signalled, trusted, now);
    socket.aim();
  }

  private boolean isOurs(Endpoint place) {
    return place.address().equals(local) && (place.port() & ~1) == pair;
  }

  /** Notes a packet that was taken. */
  void heardAt(long now) {
    lastHeard = now;
    heard = true;
  }

  SidePorts ports() {
    if (rtp == null) {
      return new SidePorts(0, 0);
    }
    return new SidePorts(pair, rtcp == null ? pair : rtcp.localPort);
  }

  /** Remembers where packets came from, for when the port is gone. */
  void rememberSource() {
    if (heard && rtp != null && rtp.filter.learned() != null) {
      source = rtp.filter.learned();
    }
  }

  SideStatistics statistics() {
    rememberSource();
    long lost = received.lost();
    long packets = received.packets();
    return new SideStatistics(
        received.encoding(),
        source == null ? "" : source.toString(),
        packets + datagrams,
        received.octets() + datagramOctets,
        packetsSent,
        octetsSent,
        lost,
        strangers,
        received.jitterMillis(),
        far.roundTripMillis(),
        far.lossPercent(packetsSent + peer().received.lost()),
        quality(packets, lost));
  }

  private double quality(long packets, long lost) {
    if (kind != MediaLine.Kind.AUDIO || packets == 0) {
      return 0;
    }
    // From mouth to ear: half of each way there and back, a packet's own length, and a jitter
    // buffer of twice the jitter.
    double ways = Math.max(0, far.roundTripMillis()) + Math.max(0, peer().far.roundTripMillis());
    double delay = ways / 2 + PACKET_MILLIS + 2 * received.jitterMillis();
    return VoiceQuality.mos(
        received.encoding(), 100.0 * lost / (lost + packets), received.burstRatio(), delay);
  }
}
