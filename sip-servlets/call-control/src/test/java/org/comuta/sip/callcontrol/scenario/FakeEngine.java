package org.comuta.sip.callcontrol.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts;
import org.comuta.media.CallPorts.LinePorts;
import org.comuta.media.CallPorts.SidePorts;
import org.comuta.media.CallStatistics;
import org.comuta.media.CallStatistics.LineStatistics;
import org.comuta.media.CallStatistics.SideStatistics;
import org.comuta.media.MediaConnection;
import org.comuta.media.MediaConnectionFactory;
import org.comuta.media.MediaException;
import org.comuta.media.MediaLine;
import org.comuta.media.MediaListener;
import org.comuta.media.Side;
import org.jspecify.annotations.Nullable;

/**
 * An engine that opens no port: it numbers them, keeps what it was asked, and tells figures it was
 * given. Answers on a thread of its own, as engines do.
 */
final class FakeEngine implements MediaConnection, MediaConnectionFactory {
  /** The ports it gives, as an expression. */
  static final String ANY_PORT = "4[0-9][0-9][0-9][0-9]";

  private static final int FIRST_PORT = 40_000;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
  private final Map<String, List<LinePorts>> open = new ConcurrentHashMap<>();
  private final List<CallMedia> asked = new CopyOnWriteArrayList<>();
  private final List<MediaListener> listeners = new CopyOnWriteArrayList<>();
  private int nextPort = FIRST_PORT;
  volatile MediaException.@Nullable Kind failsWith;
  volatile boolean silent;
  private volatile CompletableFuture<Void> endsLetGo = CompletableFuture.completedFuture(null);
  private volatile boolean askedToEnd;

  /** Calls it holds. */
  Set<String> calls() {
    return new HashSet<>(open.keySet());
  }

  /** Everything it was asked to make, in order. */
  List<CallMedia> asked() {
    return List.copyOf(asked);
  }

  /** Forgets what it was asked, and works again. */
  void reset() {
    asked.clear();
    failsWith = null;
    silent = false;
    askedToEnd = false;
  }

  /** Ends no call from now on, until this is run. */
  Runnable holdEnds() {
    CompletableFuture<Void> letGo = new CompletableFuture<>();
    endsLetGo = letGo;
    return () -> letGo.complete(null);
  }

  /** Whether it was asked to end a call. */
  boolean askedToEnd() {
    return askedToEnd;
  }

  void tellSilent(String callId, Side side) {
    listeners.forEach(listener -> listener.silent(callId, side));
  }

  void tellLost() {
    open.clear();
    listeners.forEach(MediaListener::engineLost);
  }

  /** As if the way to it were cut off, while it holds its calls. */
  void tellCutOff() {
    listeners.forEach(MediaListener::engineLost);
  }

  void tellBack() {
    listeners.forEach(MediaListener::engineBack);
  }

  @Override
  public MediaConnection getConnection() {
    return this;
  }

  @Override
  public CompletionStage<CallPorts> set(CallMedia media) {
    return later(
        () -> {
          asked.add(media);
          List<LinePorts> before = open.getOrDefault(media.callId(), List.of());
          List<LinePorts> lines = new ArrayList<>();
          for (int i = 0; i < media.lines().size(); i++) {
            lines.add(ports(media.lines().get(i), i < before.size() ? before.get(i) : null));
          }
          open.put(media.callId(), lines);
          return new CallPorts(lines);
        });
  }

  private LinePorts ports(MediaLine line, @Nullable LinePorts before) {
    return new LinePorts(ports(line, Side.CALLER, before), ports(line, Side.CALLED, before));
  }

  private SidePorts ports(MediaLine line, Side side, @Nullable LinePorts before) {
    if (!line.active()) {
      return new SidePorts(0, 0);
    }
    int rtp = before == null ? 0 : before.side(side).rtp();
    if (rtp == 0) {
      rtp = nextPort;
      nextPort += 2;
    }
    return new SidePorts(rtp, line.side(side).rtcpMux() ? rtp : rtp + 1);
  }

  @Override
  public CompletionStage<CallStatistics> statistics(String callId) {
    return later(() -> figures(held(callId)));
  }

  @Override
  public CompletionStage<CallStatistics> end(String callId) {
    askedToEnd = true;
    return endsLetGo.thenCompose(
        letGo ->
            later(
                () -> {
                  List<LinePorts> lines = held(callId);
                  open.remove(callId);
                  return figures(lines);
                }));
  }

  private List<LinePorts> held(String callId) {
    List<LinePorts> lines = open.get(callId);
    if (lines == null) {
      throw new MediaException(MediaException.Kind.NO_SUCH_CALL, callId);
    }
    return lines;
  }

  private static CallStatistics figures(List<LinePorts> lines) {
    return new CallStatistics(
        lines.stream()
            .map(line -> new LineStatistics(MediaLine.Kind.AUDIO, side(7), side(9)))
            .toList());
  }

  private static SideStatistics side(int packets) {
    return new SideStatistics(
        "PCMA",
        "127.0.0.1:" + packets,
        packets,
        packets * 172L,
        packets,
        0,
        1,
        2,
        0.5,
        -1,
        -1,
        4.4);
  }

  @Override
  public CompletionStage<Set<String>> claim(Collection<String> callIds) {
    return later(
        () -> {
          open.keySet().retainAll(callIds);
          return calls();
        });
  }

  @Override
  public void listen(MediaListener listener) {
    listeners.add(listener);
  }

  @Override
  public void close() {}

  private <T> CompletionStage<T> later(Supplier<T> answer) {
    CompletableFuture<T> stage = new CompletableFuture<>();
    thread.execute(
        () -> {
          MediaException.Kind kind = failsWith;
          if (silent) {
            return;
          }
          if (kind != null) {
            stage.completeExceptionally(new MediaException(kind, "told to fail"));
            return;
          }
          try {
            stage.complete(answer.get());
          } catch (MediaException e) {
            stage.completeExceptionally(e);
          }
        });
    return stage;
  }
}
