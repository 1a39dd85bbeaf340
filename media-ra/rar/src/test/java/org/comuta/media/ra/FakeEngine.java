package org.comuta.media.ra;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts;
import org.comuta.media.CallStatistics;
import org.comuta.media.MediaEngine;
import org.comuta.media.MediaException;
import org.comuta.media.MediaException.Kind;
import org.comuta.media.MediaListener;

/** An engine with one asker, as a connection to an engine process is. */
final class FakeEngine implements MediaEngine {
  final Set<String> calls = new ConcurrentSkipListSet<>();
  final List<MediaListener> listeners = new CopyOnWriteArrayList<>();
  volatile boolean lost;

  @Override
  public CompletionStage<CallPorts> set(CallMedia media) {
    if (lost) {
      return failed(Kind.ENGINE_LOST);
    }
    calls.add(media.callId());
    return CompletableFuture.completedFuture(new CallPorts(List.of()));
  }

  @Override
  public CompletionStage<CallStatistics> statistics(String callId) {
    return calls.contains(callId) ? none() : failed(Kind.NO_SUCH_CALL);
  }

  @Override
  public CompletionStage<CallStatistics> end(String callId) {
    return calls.remove(callId) ? none() : failed(Kind.NO_SUCH_CALL);
  }

  @Override
  public CompletionStage<Set<String>> claim(Collection<String> callIds) {
    if (lost) {
      return failed(Kind.ENGINE_LOST);
    }
    calls.retainAll(callIds);
    return CompletableFuture.completedFuture(new HashSet<>(new TreeSet<>(calls)));
  }

  @Override
  public void listen(MediaListener listener) {
    listeners.add(listener);
  }

  private static CompletionStage<CallStatistics> none() {
    return CompletableFuture.completedFuture(new CallStatistics(List.of()));
  }

  private static <T> CompletionStage<T> failed(Kind kind) {
    return CompletableFuture.failedFuture(new MediaException(kind, "as the test wants"));
  }
}
