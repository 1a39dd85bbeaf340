package org.comuta.media.engine.source;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose packets one of our ports takes, and where ours go from it.
 *
 * <p>A stranger's packet never changes anything. What may: a packet from the signalled address and
 * port, which is always right; before anything is learned, one from a trusted address; after that,
 * and only when the learned source has long been silent, one from a trusted address that carries on
 * the very same stream (a new binding of an address translator).
 *
 * <p>One thread. Times are nanoseconds of {@link System#nanoTime}.
 */
public final class SourceFilter {
  private final long relearnAfter;
  private final @Nullable SourceFilter companion;

  private boolean strict;
  private @Nullable Endpoint signalled;
  private List<Address> trusted = List.of();

  private @Nullable Endpoint learned;
  // The learned source again, in the form in which each packet is compared; port 0 when there is
  // none.
  private long high;
  private long low;
  private int port;

  private long lastHeard;
  private int stream;
  private boolean anyStream;

  /**
   * A filter that takes nothing yet.
   *
   * @param relearnAfter nanoseconds
   * @param companion the filter of RTP, for that of RTCP: what RTP learned binds RTCP's address
   */
  public SourceFilter(long relearnAfter, @Nullable SourceFilter companion) {
    this.relearnAfter = relearnAfter;
    this.companion = companion;
  }

  /** The rules from now on. What was learned is kept when the signalled place stays as it was. */
  public void configure(
      boolean nowStrict, @Nullable Endpoint nowSignalled, List<Address> nowTrusted, long now) {
    boolean moved = !Objects.equals(signalled, nowSignalled);
    strict = nowStrict;
    signalled = nowSignalled;
    trusted = List.copyOf(nowTrusted);
    Endpoint kept = learned;
    if (strict) {
      hold(nowSignalled);
    } else if (moved || kept == null || !isCandidate(kept.address().high(), kept.address().low())) {
      hold(null);
    }
    if (moved) {
      lastHeard = now;
      anyStream = false;
    }
  }

  /** The side may send again after a hold: its stream may be another one, from another binding. */
  public void resume(long now) {
    anyStream = true;
    lastHeard = now;
  }

  /** Whether a packet is from the source that is held to: the question asked for every packet. */
  public boolean holds(long sourceHigh, long sourceLow, int sourcePort) {
    return sourcePort == port && sourceLow == low && sourceHigh == high;
  }

  /** Notes a packet of the source that is held to. */
  public void heard(int streamOfPacket, long now) {
    stream = streamOfPacket;
    lastHeard = now;
    anyStream = false;
  }

  /** Whether a sound packet from there could be taken although it is not from the held source. */
  public boolean mayLearn(long sourceHigh, long sourceLow, int sourcePort, long now) {
    if (strict) {
      return false;
    }
    if (isSignalled(sourceHigh, sourceLow, sourcePort)) {
      return true;
    }
    if (!isCandidate(sourceHigh, sourceLow)) {
      return false;
    }
    return learned == null || now - lastHeard >= relearnAfter;
  }

  /**
   * Learns the source of a sound packet, or refuses it.
   *
   * @param streamOfPacket its SSRC; 0 for what is not RTP
   */
  public boolean learn(
      long sourceHigh, long sourceLow, int sourcePort, int scope, int streamOfPacket, long now) {
    if (!mayLearn(sourceHigh, sourceLow, sourcePort, now)) {
      return false;
    }
    boolean carriesOn = streamOfPacket != 0 && streamOfPacket == stream;
    if (learned != null
        && !isSignalled(sourceHigh, sourceLow, sourcePort)
        && !carriesOn
        && !anyStream) {
      return false;
    }
    hold(new Endpoint(new Address(sourceHigh, sourceLow, scope), sourcePort));
    heard(streamOfPacket, now);
    return true;
  }

  /** Where our packets go: to the learned source, before that to the signalled place. */
  public @Nullable Endpoint destination() {
    return learned != null ? learned : signalled;
  }

  /** The source held to; in strict mode the signalled one, whether or not it was heard. */
  public @Nullable Endpoint learned() {
    return learned;
  }

  private boolean isSignalled(long sourceHigh, long sourceLow, int sourcePort) {
    return signalled != null && signalled.is(sourceHigh, sourceLow, sourcePort);
  }

  private boolean isCandidate(long sourceHigh, long sourceLow) {
    Endpoint rtp = companion == null ? null : companion.learned;
    if (rtp != null) {
      return rtp.address().is(sourceHigh, sourceLow);
    }
    if (signalled != null && signalled.address().is(sourceHigh, sourceLow)) {
      return true;
    }
    for (int i = 0; i < trusted.size(); i++) {
      if (trusted.get(i).is(sourceHigh, sourceLow)) {
        return true;
      }
    }
    return false;
  }

  private void hold(@Nullable Endpoint source) {
    learned = source;
    high = source == null ? 0 : source.address().high();
    low = source == null ? 0 : source.address().low();
    port = source == null ? 0 : source.port();
  }
}
