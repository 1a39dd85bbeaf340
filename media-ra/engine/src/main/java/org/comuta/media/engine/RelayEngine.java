package org.comuta.media.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts;
import org.comuta.media.CallStatistics;
import org.comuta.media.MediaConnection;
import org.comuta.media.MediaEngine;
import org.comuta.media.MediaListener;
import org.comuta.media.PortRange;
import org.comuta.media.engine.linux.Linux;
import org.comuta.media.engine.relay.EpollLoop;
import org.comuta.media.engine.relay.RelayLoop;
import org.comuta.media.engine.relay.SelectorLoop;
import org.comuta.media.engine.relay.Shared;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine: relay threads, and who asks of them. It may be asked directly, as one asker; several
 * askers get a {@link #connect connection} each. A call stays with one thread for life.
 *
 * <p>Stages complete, and listeners are told, on one thread made for that: no relay thread ever
 * runs somebody else's code.
 */
public final class RelayEngine implements MediaEngine, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RelayEngine.class);

  private final List<RelayLoop> loops = new ArrayList<>();
  private final Shared shared;
  private final boolean usesLinux;
  private final long descriptorLimit;
  private final List<EngineConnection> connections = new CopyOnWriteArrayList<>();
  private final Notices notices = new Notices();
  private final MediaConnection own;
  private volatile boolean closed;

  /** Starts the engine. */
  public RelayEngine(EngineSettings settings) {
    boolean linux = Linux.available();
    usesLinux =
        switch (settings.transport()) {
          case AUTOMATIC -> linux;
          case NIO -> false;
          case NATIVE -> {
            if (!linux) {
              throw new IllegalArgumentException("this machine has no native transport");
            }
            yield true;
          }
        };
    descriptorLimit = linux ? Linux.raiseDescriptorLimit() : -1;
    PortRange ports = new PortRange(settings.firstPort(), settings.lastPort());
    shared = new Shared(ports, settings.maximumSockets());
    startLoops(settings);
    notices.start();
    own = connect();
    LOG.info(
        "Media engine: {} threads, {}, ports {}, at most {} descriptors",
        settings.threads(),
        usesLinux ? "epoll" : "java.nio",
        ports,
        descriptorLimit < 0 ? "an unknown number of" : descriptorLimit);
  }

  private void startLoops(EngineSettings settings) {
    RelayLoop.Settings loopSettings =
        new RelayLoop.Settings(
            settings.relearnAfter().toNanos(),
            settings.orphanLimit().toNanos(),
            settings.gathering().toNanos(),
            settings.receiveBuffer());
    boolean done = false;
    try {
      for (int i = 0; i < settings.threads(); i++) {
        String name = "comuta-media-" + i;
        RelayLoop loop =
            usesLinux
                ? new EpollLoop(name, loopSettings, shared)
                : new SelectorLoop(name, loopSettings, shared);
        loop.start();
        loops.add(loop);
      }
      done = true;
    } finally {
      if (!done) {
        loops.forEach(RelayLoop::close);
      }
    }
  }

  /**
   * A connection of its own for one asker. Closing it makes its calls orphans: they go on, and end
   * after {@link EngineSettings#orphanLimit} unless somebody claims them.
   */
  public MediaConnection connect() {
    EngineConnection connection = new EngineConnection(this);
    connections.add(connection);
    return connection;
  }

  void disconnected(EngineConnection connection) {
    connections.remove(connection);
  }

  /** The thread of a call: the same whenever it is asked, so orders for a call keep their order. */
  RelayLoop loopOf(String callId) {
    int hash = callId.hashCode() * 0x9E3779B9;
    return loops.get((hash >>> 8) % loops.size());
  }

  List<RelayLoop> loops() {
    return List.copyOf(loops);
  }

  /** Runs what is somebody else's code, off the relay threads. */
  void notice(Runnable work) {
    notices.run(work);
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public CompletionStage<CallPorts> set(CallMedia media) {
    return own.set(media);
  }

  @Override
  public CompletionStage<CallStatistics> statistics(String callId) {
    return own.statistics(callId);
  }

  @Override
  public CompletionStage<CallStatistics> end(String callId) {
    return own.end(callId);
  }

  @Override
  public CompletionStage<Set<String>> claim(Collection<String> callIds) {
    return own.claim(callIds);
  }

  @Override
  public void listen(MediaListener listener) {
    own.listen(listener);
  }

  /** How the engine is doing; any thread, at once. */
  public EngineMetrics metrics() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    List<EngineMetrics.ThreadMetrics> each =
        loops.stream()
            .map(
                loop ->
                    EngineMetrics.ThreadMetrics.of(
                        loop.counters(), threads.getThreadCpuTime(loop.thread().threadId())))
            .toList();
    return new EngineMetrics(
        each,
        shared.portsInUse(),
        shared.fullestRange(),
        shared.sockets(),
        descriptorLimit,
        usesLinux);
  }

  /** Ends all calls and threads, tells every listener that the engine is gone, and waits for it. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    loops.forEach(RelayLoop::close);
    connections.forEach(EngineConnection::engineClosed);
    notices.close();
  }
}
