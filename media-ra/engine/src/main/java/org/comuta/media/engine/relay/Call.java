package org.comuta.media.engine.relay;

import java.util.ArrayList;
import java.util.List;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts;
import org.comuta.media.CallStatistics;
import org.comuta.media.Side;
import org.jspecify.annotations.Nullable;

/** One call, as the engine holds it. The relay thread's alone. */
final class Call {
  final String id;
  CallMedia media;
  final List<Line> lines = new ArrayList<>();

  /** Null when whoever asked for it went away, at {@link #orphanedAt}. */
  @Nullable Asker asker;

  long orphanedAt;

  private final Watch callerWatch;
  private final Watch calledWatch;

  /** Since when a side is expected to send, and whether its present silence was told. */
  private static final class Watch {
    private final Side side;
    private long since;
    private boolean told;

    private Watch(Side side, long since) {
      this.side = side;
      this.since = since;
    }
  }

  Call(CallMedia media, long now) {
    this.id = media.callId();
    this.media = media;
    this.callerWatch = new Watch(Side.CALLER, now);
    this.calledWatch = new Watch(Side.CALLED, now);
  }

  CallPorts ports() {
    return new CallPorts(lines.stream().map(Line::ports).toList());
  }

  CallStatistics statistics() {
    return new CallStatistics(lines.stream().map(Line::statistics).toList());
  }

  /** Tells the asker of a side that has fallen silent, once a silence. */
  void watch(long now) {
    long limit = media.silenceLimit().toNanos();
    if (limit == 0) {
      return;
    }
    watch(callerWatch, limit, now);
    watch(calledWatch, limit, now);
  }

  private void watch(Watch watch, long limit, long now) {
    if (!isWatched(watch.side)) {
      watch.since = now;
      watch.told = false;
    } else if (now - lastHeard(watch.side, watch.since) < limit) {
      watch.told = false;
    } else if (!watch.told) {
      watch.told = true;
      if (asker != null) {
        asker.silent(id, watch.side);
      }
    }
  }

  private boolean isWatched(Side side) {
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.active && line.end(side).sends) {
        return true;
      }
    }
    return false;
  }

  private long lastHeard(Side side, long since) {
    long last = since;
    for (int i = 0; i < lines.size(); i++) {
      last = Math.max(last, lines.get(i).end(side).lastHeard);
    }
    return last;
  }
}
