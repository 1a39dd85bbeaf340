package org.comuta.sip.callcontrol.scenario;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts;
import org.comuta.media.CallPorts.LinePorts;
import org.comuta.media.CallStatistics;
import org.comuta.media.MediaConnection;
import org.comuta.media.MediaConnectionFactory;
import org.comuta.media.MediaListener;
import org.comuta.media.engine.EngineSettings;
import org.comuta.media.engine.RelayEngine;

/** The real engine within this process, and what it was asked and answered. */
final class WatchedEngine implements MediaConnectionFactory, AutoCloseable {
  static final int FIRST_PORT = 47_000;
  static final int LAST_PORT = 48_999;

  /** What was asked, and the ports that came of it. */
  record Made(CallMedia media, CallPorts ports) {
    LinePorts line(int i) {
      return ports.lines().get(i);
    }
  }

  private final RelayEngine engine =
      new RelayEngine(EngineSettings.defaults().withThreads(1).withPorts(FIRST_PORT, LAST_PORT));
  private final BlockingQueue<Made> made = new LinkedBlockingQueue<>();

  /** The next thing it made of a call. */
  Made next() throws InterruptedException {
    Made next = made.poll(30, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("the engine was asked for nothing");
    }
    return next;
  }

  void forget() {
    made.clear();
  }

  int calls() {
    return (int) engine.metrics().threads().stream().mapToLong(one -> one.calls()).sum();
  }

  @Override
  public MediaConnection getConnection() {
    return new Watched(engine.connect());
  }

  @Override
  public void close() {
    engine.close();
  }

  private final class Watched implements MediaConnection {
    private final MediaConnection connection;

    Watched(MediaConnection connection) {
      this.connection = connection;
    }

    @Override
    public CompletionStage<CallPorts> set(CallMedia media) {
      return connection
          .set(media)
          .thenApply(
              ports -> {
                made.add(new Made(media, ports));
                return ports;
              });
    }

    @Override
    public CompletionStage<CallStatistics> statistics(String callId) {
      return connection.statistics(callId);
    }

    @Override
    public CompletionStage<CallStatistics> end(String callId) {
      return connection.end(callId);
    }

    @Override
    public CompletionStage<Set<String>> claim(Collection<String> callIds) {
      return connection.claim(callIds);
    }

    @Override
    public void listen(MediaListener listener) {
      connection.listen(listener);
    }

    @Override
    public void close() {
      connection.close();
    }
  }
}
