package org.comuta.media.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts;
import org.comuta.media.CallStatistics;
import org.comuta.media.MediaConnection;
import org.comuta.media.MediaException;
import org.comuta.media.MediaListener;
import org.comuta.media.Side;
import org.comuta.media.engine.relay.Asker;
import org.comuta.media.engine.relay.CallTable;
import org.comuta.media.engine.relay.RelayLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One asker's way to the engine. Any thread. */
final class EngineConnection implements MediaConnection, Asker {
  private static final Logger LOG = LoggerFactory.getLogger(EngineConnection.class);

  private final RelayEngine engine;
  private final List<MediaListener> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  EngineConnection(RelayEngine engine) {
    this.engine = engine;
  }

  @Override
  public CompletionStage<CallPorts> set(CallMedia media) {
    return ask(engine.loopOf(media.callId()), calls -> calls.set(this, media));
  }

  @Override
  public CompletionStage<CallStatistics> statistics(String callId) {
    return ask(engine.loopOf(callId), calls -> calls.statistics(callId));
  }

  @Override
  public CompletionStage<CallStatistics> end(String callId) {
    return ask(engine.loopOf(callId), calls -> calls.end(callId));
  }

  @Override
  public CompletionStage<Set<String>> claim(Collection<String> callIds) {
    List<String> named = List.copyOf(callIds);
    List<CompletableFuture<Set<String>>> answers = new ArrayList<>();
    for (RelayLoop loop : engine.loops()) {
      List<String> here = named.stream().filter(id -> engine.loopOf(id).equals(loop)).toList();
      answers.add(ask(loop, calls -> calls.claim(this, here)));
    }
    CompletableFuture<Set<String>> all = new CompletableFuture<>();
    var _ =
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
            .whenComplete(
                (_, failure) -> {
                  if (failure == null) {
                    Set<String> held = new HashSet<>();
                    answers.forEach(answer -> held.addAll(answer.join()));
                    all.complete(held);
                  } else {
                    all.completeExceptionally(
                        failure.getCause() instanceof MediaException reason ? reason : failure);
                  }
                });
    return all;
  }

  @Override
  public void listen(MediaListener listener) {
    listeners.add(listener);
  }

  private <T> CompletableFuture<T> ask(RelayLoop loop, Function<CallTable, T> work) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    if (closed) {
      answer.completeExceptionally(
          new MediaException(MediaException.Kind.ENGINE_LOST, "the connection is closed"));
      return answer;
    }
    loop.order(
        calls -> {
          try {
            T result = work.apply(calls);
            engine.notice(() -> answer.complete(result));
          } catch (RuntimeException e) {
            fail(answer, e);
          }
        },
        () ->
            fail(
                answer,
                new MediaException(MediaException.Kind.ENGINE_LOST, "the engine has ended")));
    return answer;
  }

  private void fail(CompletableFuture<?> answer, RuntimeException reason) {
    if (reason instanceof MediaException) {
      engine.notice(() -> answer.completeExceptionally(reason));
      return;
    }
    MediaException ours = new MediaException(MediaException.Kind.INVALID, reason.toString());
    engine.notice(() -> answer.completeExceptionally(ours));
    throw reason;
  }

  @Override
  public void silent(String callId, Side side) {
    tell(listener -> listener.silent(callId, side));
  }

  void engineClosed() {
    tell(MediaListener::engineLost);
  }

  private void tell(Consumer<MediaListener> what) {
    for (MediaListener listener : listeners) {
      engine.notice(
          () -> {
            try {
              what.accept(listener);
            } catch (RuntimeException e) {
              LOG.warn("A listener failed", e);
            }
          });
    }
  }

  @Override
  public void close() {
    if (closed || engine.isClosed()) {
      return;
    }
    closed = true;
    engine.disconnected(this);
    for (RelayLoop loop : engine.loops()) {
      loop.order(calls -> calls.orphan(this), () -> {});
    }
  }
}
