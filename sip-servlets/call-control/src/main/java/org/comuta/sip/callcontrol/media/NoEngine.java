package org.comuta.sip.callcontrol.media;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts;
import org.comuta.media.CallStatistics;
import org.comuta.media.MediaConnection;
import org.comuta.media.MediaException;
import org.comuta.media.MediaListener;

/** Stands where no adapter of an engine is deployed: media cannot be relayed. Any thread. */
final class NoEngine implements MediaConnection {
  @Override
  public CompletionStage<CallPorts> set(CallMedia media) {
    return lost();
  }

  @Override
  public CompletionStage<CallStatistics> statistics(String callId) {
    return lost();
  }

  @Override
  public CompletionStage<CallStatistics> end(String callId) {
    return lost();
  }

  @Override
  public CompletionStage<Set<String>> claim(Collection<String> callIds) {
    return lost();
  }

  private static <T> CompletionStage<T> lost() {
    return CompletableFuture.failedStage(
        new MediaException(MediaException.Kind.ENGINE_LOST, "no media adapter is deployed"));
  }

  @Override
  public void listen(MediaListener listener) {}

  @Override
  public void close() {}
}
