package org.comuta.media.engine.relay;

/** Gives back the ports of an end. The relay thread's alone. */
final class PortCloser {
  private final Shared shared;
  private final Sockets sockets;

  PortCloser(Shared shared, Sockets sockets) {
    this.shared = shared;
    this.sockets = sockets;
  }

  void close(LineEnd end) {
    end.rememberSource();
    closeRtcp(end);
    if (end.rtp != null) {
      sockets.close(end.rtp);
      end.rtp = null;
      if (end.local != null) {
        shared.ports(end.local).release(end.pair);
      }
      end.pair = 0;
      end.local = null;
    }
  }

  void closeRtcp(LineEnd end) {
    if (end.rtcp != null) {
      sockets.close(end.rtcp);
      end.rtcp = null;
    }
  }
}
