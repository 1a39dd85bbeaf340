package org.comuta.media.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts;
import org.comuta.media.CallPorts.LinePorts;
import org.comuta.media.CallPorts.SidePorts;
import org.comuta.media.CallStatistics;
import org.comuta.media.EngineFigures;
import org.comuta.media.MediaEngine;
import org.comuta.media.MediaException;
import org.comuta.media.MediaException.Kind;
import org.comuta.media.MediaListener;
import org.comuta.media.Side;

/** An engine without packets: it holds calls, and can be made to hang. */
final class FakeEngine implements MediaEngine {
  final Map<String, CallMedia> calls = new ConcurrentHashMap<>();
  final List<MediaListener> listeners = new CopyOnWriteArrayList<>();
  volatile boolean hangs;
  volatile boolean full;

  @Override
  public CompletionStage<CallPorts> set(CallMedia media) {
    if (hangs) {
      return new CompletableFuture<>();
    }
    if (full) {
      return CompletableFuture.failedFuture(new MediaException(Kind.NO_PORTS, "every port taken"));
    }
    calls.put(media.callId(), media);
    SidePorts ports = new SidePorts(45_000, 45_001);
    return CompletableFuture.completedFuture(
        new CallPorts(media.lines().stream().map(line -> new LinePorts(ports, ports)).toList()));
  }

  @Override
  public CompletionStage<CallStatistics> statistics(String callId) {
    return calls.containsKey(callId) ? none() : noSuchCall();
  }

  @Override
  public CompletionStage<CallStatistics> end(String callId) {
    return calls.remove(callId) != null ? none() : noSuchCall();
  }

  @Override
  public CompletionStage<Set<String>> claim(Collection<String> callIds) {
    throw new AssertionError("the server keeps the holders itself");
  }

  @Override
  public CompletionStage<EngineFigures> figures() {
    return CompletableFuture.completedFuture(
        new EngineFigures(
            calls.size(), 4 * calls.size(), 2000, 1, 2, 3, 4, EngineFigures.NONE.processorTime()));
  }

  @Override
  public void listen(MediaListener listener) {
    listeners.add(listener);
  }

  void fallSilent(String callId, Side side) {
    listeners.forEach(listener -> listener.silent(callId, side));
  }

  private static CompletionStage<CallStatistics> none() {
    return CompletableFuture.completedFuture(new CallStatistics(List.of()));
  }

  private static <T> CompletionStage<T> noSuchCall() {
    return CompletableFuture.failedFuture(new MediaException(Kind.NO_SUCH_CALL, "no such call"));
  }
}
