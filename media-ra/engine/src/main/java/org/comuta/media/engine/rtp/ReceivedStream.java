package org.comuta.media.engine.rtp;

import java.lang.foreign.MemorySegment;

/**
 * Loss and jitter of the RTP packets that come from one end of a line: RFC 3550 appendices A.1, A.3
 * and A.8. A new synchronization source, or a jump in sequence, begins a new count and keeps what
 * was counted. One thread; nothing is allocated per packet.
 */
public final class ReceivedStream {
  private static final int MAX_DROPOUT = 3000;
  private static final int MAX_MISORDER = 100;
  private static final int SEQUENCES = 1 << 16;
  // A greater difference is a clock set anew, not jitter.
  private static final int RESYNCHRONIZE_SECONDS = 10;

  private Formats formats;

  private boolean begun;
  private int stream;
  private int baseSequence;
  private int highestSequence;
  private long cycles;
  private int badSequence = -1;
  private long receivedInRun;

  private int payloadType = -1;
  private int clockRate = 8000;
  private boolean marginal;
  private String encoding = "";
  private boolean timed;
  private int lastTransit;
  private double jitter;
  private double jitterMillisSum;
  private long jitterSamples;

  private long lostBefore;
  private long packets;
  private long octets;
  private long gaps;

  public ReceivedStream(Formats formats) {
    this.formats = formats;
  }

  /** What payload types mean from now on. */
  public void formats(Formats now) {
    formats = now;
    payloadType = -1;
  }

  /**
   * Counts a packet.
   *
   * @param packet one that {@link PacketKind} found to be RTP
   * @param micros its arrival, on any clock that does not jump
   */
  public void received(MemorySegment packet, int length, long micros) {
    packets++;
    octets += length;
    int type = packet.get(PacketKind.OCTET, 1) & 0x7f;
    if (type != payloadType) {
      changeType(type);
    }
    int source = packet.get(PacketKind.INT, 8);
    int sequence = packet.get(PacketKind.SHORT, 2) & 0xffff;
    if (!begun || source != stream) {
      startRun(sequence);
      stream = source;
      timed = false;
    } else if (!follow(sequence)) {
      return;
    }
    receivedInRun++;
    if (!marginal) {
      time(packet.get(PacketKind.INT, 4), micros);
    }
  }

  private void changeType(int type) {
    payloadType = type;
    marginal = formats.isMarginal(type);
    if (!marginal) {
      encoding = formats.encoding(type);
      int rate = formats.clockRate(type);
      if (rate != clockRate) {
        clockRate = rate;
        timed = false;
        jitter = 0;
      }
    }
  }

  private void startRun(int sequence) {
    lostBefore += lostInRun();
    begun = true;
    baseSequence = sequence;
    highestSequence = sequence;
    cycles = 0;
    receivedInRun = 0;
    badSequence = -1;
  }

  /** RFC 3550 appendix A.1 without the probation: the source has been checked before. */
  private boolean follow(int sequence) {
    int ahead = (sequence - highestSequence) & 0xffff;
    if (ahead < MAX_DROPOUT) {
      if (sequence < highestSequence) {
        cycles += SEQUENCES;
      }
      if (ahead > 1) {
        gaps++;
      }
      highestSequence = sequence;
    } else if (ahead <= SEQUENCES - MAX_MISORDER) {
      if (sequence != badSequence) {
        badSequence = (sequence + 1) & 0xffff;
        return false;
      }
      startRun(sequence);
      timed = false;
    }
    return true;
  }

  private void time(int timestamp, long micros) {
    int transit = (int) (micros * clockRate / 1_000_000) - timestamp;
    int difference = Math.abs(transit - lastTransit);
    lastTransit = transit;
    if (!timed || difference < 0 || difference > RESYNCHRONIZE_SECONDS * clockRate) {
      timed = true;
      return;
    }
    jitter += (difference - jitter) / 16;
    jitterMillisSum += jitter * 1000 / clockRate;
    jitterSamples++;
  }

  private long lostInRun() {
    return begun ? Math.max(0, cycles + highestSequence - baseSequence + 1 - receivedInRun) : 0;
  }

  /** Synchronization source of the last packet. */
  public int stream() {
    return stream;
  }

  /** Whether a packet has come. */
  public boolean begun() {
    return begun;
  }

  public long packets() {
    return packets;
  }

  public long octets() {
    return octets;
  }

  /** Packets that should have come and did not; never negative. */
  public long lost() {
    return lostBefore + lostInRun();
  }

  /** Mean over all packets, in milliseconds. */
  public double jitterMillis() {
    return jitterSamples == 0 ? 0 : jitterMillisSum / jitterSamples;
  }

  /** Of the last packet that carried more than digits or noise; empty when unknown. */
  public String encoding() {
    return encoding;
  }

  /** How many packets are lost at a time, beside losses at random: 1 and more (ITU-T G.107). */
  public double burstRatio() {
    long lost = lost();
    if (lost == 0 || gaps == 0) {
      return 1;
    }
    double ratio = (double) lost / (lost + packets);
    return Math.max(1, (double) lost / gaps * (1 - ratio));
  }
}
