package org.comuta.media.engine.relay;

import java.util.ArrayList;
import java.util.List;
import org.comuta.media.MediaException;
import org.comuta.media.PortRange;
import org.comuta.media.engine.source.Address;
import org.comuta.media.engine.source.SourceFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds and binds ports for the ends of one call, and takes all of it back when one of them fails.
 * The relay thread's alone; one for each change of a call.
 */
final class PortOpener {
  // RTCP comes every few seconds (RFC 3550 section 6.2): its silence says less.
  private static final int RTCP_PATIENCE = 5;

  private final Shared shared;
  private final Sockets sockets;
  private final long relearnAfter;
  private final List<Opened> opened = new ArrayList<>();

  /**
   * What was bound for an end.
   *
   * @param rtp null when the end had its port already and lacked that of RTCP
   */
  record Opened(
      LineEnd end,
      Address local,
      int pair,
      @Nullable RelaySocket rtp,
      @Nullable RelaySocket rtcp) {}

  PortOpener(Shared shared, Sockets sockets, long relearnAfter) {
    this.shared = shared;
    this.sockets = sockets;
    this.relearnAfter = relearnAfter;
  }

  /** Binds what an end needs beyond what it has. */
  void prepare(LineEnd end, Address local, PortRange asked, boolean withRtcp) {
    PortRange range = shared.range(asked);
    if (end.rtp == null || !local.equals(end.local) || !range.contains(end.pair)) {
      bindPair(end, local, range, withRtcp);
    } else if (withRtcp && end.rtcp == null) {
      RelaySocket rtcp = bindRtcp(end, local, end.pair, end.rtp.filter);
      if (rtcp == null) {
        throw noPorts(local, range);
      }
      opened.add(new Opened(end, local, end.pair, null, rtcp));
    }
  }

  private void bindPair(LineEnd end, Address local, PortRange range, boolean withRtcp) {
    PortPool pool = shared.ports(local);
    List<Integer> othersHave = new ArrayList<>();
    try {
      for (int pair = pool.take(range); pair != 0; pair = pool.take(range)) {
        Opened result = tryPair(end, local, pair, withRtcp, pool);
        if (result != null) {
          opened.add(result);
          return;
        }
        // Kept until a pair is found, so that none is tried twice.
        othersHave.add(pair);
      }
      throw noPorts(local, range);
    } finally {
      othersHave.forEach(pool::release);
    }
  }

  private @Nullable Opened tryPair(
      LineEnd end, Address local, int pair, boolean withRtcp, PortPool pool) {
    RelaySocket rtp = null;
    boolean done = false;
    try {
      SourceFilter filter = new SourceFilter(relearnAfter, null);
      rtp = sockets.open(end, false, local, pair, filter);
      RelaySocket rtcp = null;
      if (rtp != null && withRtcp) {
        rtcp = bindRtcp(end, local, pair, filter);
        if (rtcp == null) {
          sockets.close(rtp);
          rtp = null;
        }
      }
      done = true;
      return rtp == null ? null : new Opened(end, local, pair, rtp, rtcp);
    } finally {
      if (!done) {
        if (rtp != null) {
          sockets.close(rtp);
        }
        pool.release(pair);
      }
    }
  }

  private @Nullable RelaySocket bindRtcp(
      LineEnd end, Address local, int pair, SourceFilter filterOfRtp) {
    SourceFilter filter = new SourceFilter(RTCP_PATIENCE * relearnAfter, filterOfRtp);
    return sockets.open(end, true, local, pair + 1, filter);
  }

  private static MediaException noPorts(Address local, PortRange range) {
    return new MediaException(
        MediaException.Kind.NO_PORTS, "no free port of " + range + " at " + local);
  }

  /** Takes back what was bound. */
  void undo() {
    for (Opened one : opened) {
      if (one.rtcp() != null) {
        sockets.close(one.rtcp());
      }
      if (one.rtp() != null) {
        sockets.close(one.rtp());
        shared.ports(one.local()).release(one.pair());
      }
    }
    opened.clear();
  }

  /** Puts what was bound in its place, and closes what it replaces. */
  void install(PortCloser closer) {
    for (Opened one : opened) {
      LineEnd end = one.end();
      if (one.rtp() != null) {
        closer.close(end);
        end.rtp = one.rtp();
        end.pair = one.pair();
        end.local = one.local();
      }
      end.rtcp = one.rtcp();
    }
    opened.clear();
  }
}
