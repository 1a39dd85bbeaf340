package org.comuta.media.engine.relay;

import org.comuta.media.CallPorts.LinePorts;
import org.comuta.media.CallStatistics.LineStatistics;
import org.comuta.media.MediaLine;
import org.comuta.media.Side;

/** One line of a call, as the engine holds it. The relay thread's alone. */
final class Line {
  final LineEnd caller;
  final LineEnd called;
  boolean active;

  Line(MediaLine media, long now) {
    caller = new LineEnd(media.kind(), media.caller(), now);
    called = new LineEnd(media.kind(), media.called(), now);
    caller.join(called);
  }

  LineEnd end(Side side) {
    return side == Side.CALLER ? caller : called;
  }

  LinePorts ports() {
    return new LinePorts(caller.ports(), called.ports());
  }

  LineStatistics statistics() {
    return new LineStatistics(caller.kind, caller.statistics(), called.statistics());
  }
}
