package org.comuta.media.engine.relay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts;
import org.comuta.media.CallStatistics;
import org.comuta.media.MediaException;
import org.comuta.media.MediaLine;
import org.comuta.media.MediaSide;
import org.comuta.media.Side;
import org.comuta.media.engine.source.Address;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls of one relay thread, and what is done with them when asked. That thread's alone. */
public final class CallTable {
  private static final Logger LOG = LoggerFactory.getLogger(CallTable.class);

  private final Map<String, Call> calls = new HashMap<>();
  private final Shared shared;
  private final Sockets sockets;
  private final PortCloser closer;
  private final Counters counters;
  private final long relearnAfter;
  private final long orphanLimit;

  /**
   * An empty table.
   *
   * @param relearnAfter nanoseconds
   * @param orphanLimit nanoseconds
   */
  CallTable(
      Shared shared, Sockets sockets, Counters counters, long relearnAfter, long orphanLimit) {
    this.shared = shared;
    this.sockets = sockets;
    this.closer = new PortCloser(shared, sockets);
    this.counters = counters;
    this.relearnAfter = relearnAfter;
    this.orphanLimit = orphanLimit;
  }

  /** Makes a call's media as described, or leaves everything as it was. */
  public CallPorts set(Asker asker, CallMedia media) {
    Call call = calls.get(media.callId());
    if (call != null && call.media.equals(media)) {
      call.asker = asker;
      return call.ports();
    }
    media.lines().forEach(CallTable::check);
    long now = System.nanoTime();
    boolean isNew = call == null;
    if (call == null) {
      call = new Call(media, now);
    }
    List<Line> lines = new ArrayList<>(call.lines.subList(0, common(call, media)));
    PortOpener opener = new PortOpener(shared, sockets, relearnAfter);
    boolean done = false;
    try {
      for (int i = 0; i < media.lines().size(); i++) {
        if (i == lines.size()) {
          lines.add(new Line(media.lines().get(i), now));
        }
        prepare(opener, lines.get(i), media.lines().get(i));
      }
      done = true;
    } finally {
      if (!done) {
        opener.undo();
      }
    }
    opener.install(closer);
    install(call, lines, media, now);
    call.asker = asker;
    if (isNew) {
      calls.put(call.id, call);
      counters.calls.setOpaque(calls.size());
    }
    return call.ports();
  }

  private static int common(Call call, CallMedia media) {
    return Math.min(call.lines.size(), media.lines().size());
  }

  private static void check(MediaLine line) {
    for (Side side : Side.values()) {
      MediaSide media = line.side(side);
      MediaSide.Remote remote = media.remote();
      if (!line.active()) {
        continue;
      }
      media.source().trustedAddresses().forEach(Address::parse);
      Address local = Address.parse(media.localAddress());
      if (remote == null) {
        continue;
      }
      if (Address.parse(remote.address()).isIpv4() != local.isIpv4()) {
        throw new MediaException(
            MediaException.Kind.INVALID, "local and remote address of a side differ in family");
      }
      if (!isPort(remote.rtpPort()) || !isPort(remote.rtcpPort())) {
        throw new MediaException(MediaException.Kind.INVALID, "ports: 1 to 65535");
      }
    }
  }

  private static boolean isPort(int number) {
    return number >= 1 && number <= 65_535;
  }

  private static void prepare(PortOpener opener, Line line, MediaLine media) {
    if (!media.active()) {
      return;
    }
    for (Side side : Side.values()) {
      MediaSide wanted = media.side(side);
      opener.prepare(
          line.end(side),
          Address.parse(wanted.localAddress()),
          wanted.ports(),
          LineEnd.wantsRtcp(media.kind(), wanted));
    }
  }

  private void install(Call call, List<Line> lines, CallMedia media, long now) {
    for (int i = lines.size(); i < call.lines.size(); i++) {
      close(call.lines.get(i));
    }
    call.lines.clear();
    call.lines.addAll(lines);
    call.media = media;
    for (int i = 0; i < lines.size(); i++) {
      install(lines.get(i), media.lines().get(i), now);
    }
  }

  private void install(Line line, MediaLine media, long now) {
    line.active = media.active();
    if (!media.active()) {
      close(line);
    }
    for (Side side : Side.values()) {
      LineEnd end = line.end(side);
      MediaSide wanted = media.side(side);
      if (!LineEnd.wantsRtcp(media.kind(), wanted)) {
        closer.closeRtcp(end);
      }
      end.configure(media.kind(), wanted, now);
      if (end.rtp != null) {
        sockets.mark(end.rtp, wanted.dscp());
      }
      if (end.rtcp != null) {
        sockets.mark(end.rtcp, wanted.dscp());
      }
    }
  }

  private void close(Line line) {
    closer.close(line.caller);
    closer.close(line.called);
  }

  public CallStatistics statistics(String callId) {
    return find(callId).statistics();
  }

  public CallStatistics end(String callId) {
    Call call = find(callId);
    CallStatistics statistics = call.statistics();
    remove(call);
    return statistics;
  }

  private Call find(String callId) {
    Call call = calls.get(callId);
    if (call == null) {
      throw new MediaException(MediaException.Kind.NO_SUCH_CALL, "no call " + callId);
    }
    return call;
  }

  private void remove(Call call) {
    calls.remove(call.id);
    call.lines.forEach(this::close);
    counters.calls.setOpaque(calls.size());
  }

  /** The named calls become the asker's; others that were the asker's end. */
  public Set<String> claim(Asker asker, Collection<String> callIds) {
    Set<String> held = new HashSet<>();
    for (String id : callIds) {
      Call call = calls.get(id);
      if (call != null) {
        call.asker = asker;
        held.add(id);
      }
    }
    for (Call call : List.copyOf(calls.values())) {
      if (asker.equals(call.asker) && !held.contains(call.id)) {
        remove(call);
      }
    }
    return held;
  }

  /** The asker went away: its calls are kept for a while, for somebody to claim. */
  public void orphan(Asker asker) {
    long now = System.nanoTime();
    for (Call call : calls.values()) {
      if (asker.equals(call.asker)) {
        call.asker = null;
        call.orphanedAt = now;
      }
    }
  }

  /** What time brings: silence, and the end of what nobody claimed. */
  void tick(long now) {
    List<Call> abandoned = null;
    for (Call call : calls.values()) {
      call.watch(now);
      if (call.asker == null && now - call.orphanedAt >= orphanLimit) {
        if (abandoned == null) {
          abandoned = new ArrayList<>();
        }
        abandoned.add(call);
      }
    }
    if (abandoned != null) {
      for (Call call : abandoned) {
        LOG.warn("Call {} ended: nobody claimed it. {}", call.id, call.statistics());
        Counters.add(counters.orphansEnded, 1);
        remove(call);
      }
    }
  }

  void closeAll() {
    List.copyOf(calls.values()).forEach(this::remove);
  }
}
