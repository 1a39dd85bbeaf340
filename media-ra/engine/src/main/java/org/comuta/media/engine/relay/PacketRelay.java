package org.comuta.media.engine.relay;

import java.lang.foreign.MemorySegment;
import org.comuta.media.MediaLine;
import org.comuta.media.engine.rtp.PacketKind;
import org.comuta.media.engine.rtp.RtcpReader;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a packet, whichever way it came from the network: is it taken, what is counted,
 * and through which socket does it go on. One a relay thread; nothing is allocated per packet.
 */
final class PacketRelay {
  /** Room for one datagram; a longer one is no packet of a telephone's. */
  static final int LARGEST = 2048;

  // Per port, about 7,400 packets a second: some times what the finest picture needs, and an end to
  // what circles between calls that name each other's ports.
  private static final int STRETCH_SHIFT = 27;
  private static final int MOST_IN_A_STRETCH = 1000;

  private final MemorySegment packet;
  private final Counters counters;
  private final ReportSink reports = new ReportSink();

  PacketRelay(MemorySegment packet, Counters counters) {
    this.packet = packet;
    this.counters = counters;
  }

  /**
   * Judges the datagram that lies in the packet's place.
   *
   * @param length what it had when it was sent; more than {@link #LARGEST} when it was cut
   * @param high of its source's address
   * @param low of its source's address
   * @param now nanoseconds
   * @return where it goes out, or null when it goes nowhere
   */
  @Nullable RelaySocket take(
      RelaySocket from, int length, long high, long low, int port, int scope, long now) {
    boolean held = from.filter.holds(high, low, port);
    LineEnd end = from.end;
    if (!held && !from.filter.mayLearn(high, low, port, now)) {
      return stranger(end);
    }
    if (length > LARGEST) {
      return malformed();
    }
    PacketKind kind = null;
    int stream = 0;
    if (end.kind != MediaLine.Kind.OTHER) {
      kind = PacketKind.of(packet, length);
      if (kind == PacketKind.MALFORMED
          || (kind == PacketKind.RTCP && !from.rtcp && !end.multiplexed)
          || (kind == PacketKind.RTP && from.rtcp)) {
        return malformed();
      }
      stream =
          kind == PacketKind.RTP ? PacketKind.streamOfRtp(packet) : PacketKind.streamOfRtcp(packet);
    }
    if (held) {
      from.filter.heard(stream, now);
    } else if (from.filter.learn(high, low, port, scope, stream, now)) {
      from.aim();
    } else {
      return stranger(end);
    }
    end.heardAt(now);
    if (isTooMuch(from, now)) {
      Counters.add(counters.excess, 1);
      return null;
    }
    if (kind == PacketKind.RTCP) {
      return control(end, length, now);
    }
    return media(end, kind == PacketKind.RTP, length, now);
  }

  private static boolean isTooMuch(RelaySocket from, long now) {
    long stretch = now >> STRETCH_SHIFT;
    if (from.stretch != stretch) {
      from.stretch = stretch;
      from.packetsInStretch = 0;
    }
    return ++from.packetsInStretch > MOST_IN_A_STRETCH;
  }

  private @Nullable RelaySocket media(LineEnd end, boolean rtp, int length, long now) {
    if (!end.sends) {
      return null;
    }
    if (rtp) {
      end.received.received(packet, length, now / 1000);
    } else {
      end.datagrams++;
      end.datagramOctets += length;
    }
    LineEnd peer = end.peer();
    RelaySocket out = peer.rtp;
    if (!peer.receives || out == null || out.destinationLength == 0) {
      return null;
    }
    peer.packetsSent++;
    peer.octetsSent += length;
    count(length);
    return out;
  }

  private @Nullable RelaySocket control(LineEnd end, int length, long now) {
    reports.end = end;
    reports.now = now;
    RtcpReader.read(packet, length, reports);
    LineEnd peer = end.peer();
    RelaySocket out = peer.multiplexed ? peer.rtp : peer.rtcp;
    if (out == null || out.destinationLength == 0) {
      return null;
    }
    count(length);
    return out;
  }

  private void count(int length) {
    Counters.add(counters.packets, 1);
    Counters.add(counters.octets, length);
  }

  private @Nullable RelaySocket stranger(LineEnd end) {
    end.strangers++;
    Counters.add(counters.strangers, 1);
    return null;
  }

  private @Nullable RelaySocket malformed() {
    Counters.add(counters.malformed, 1);
    return null;
  }

  /** Takes the reports of a packet to where they belong. */
  private static final class ReportSink implements RtcpReader.Sink {
    private @Nullable LineEnd end;
    private long now;

    @Override
    public void senderReport(int stream, int middle) {
      if (end != null) {
        end.peer().far.passed(middle, now);
      }
    }

    @Override
    public void receptionReport(int about, int cumulativeLost, int lastReport, int delay) {
      if (end == null) {
        return;
      }
      LineEnd peer = end.peer();
      if (peer.received.begun() && about == peer.received.stream()) {
        end.far.reported(about, cumulativeLost, lastReport, delay, now);
      }
    }
  }
}
