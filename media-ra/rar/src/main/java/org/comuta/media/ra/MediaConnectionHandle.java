package org.comuta.media.ra;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.comuta.media.CallMedia;
import org.comuta.media.CallPorts;
import org.comuta.media.CallStatistics;
import org.comuta.media.EngineFigures;
import org.comuta.media.MediaConnection;
import org.comuta.media.MediaException;
import org.comuta.media.MediaException.Kind;
import org.comuta.media.MediaListener;
import org.jspecify.annotations.Nullable;

/** What an application holds of a connection. After {@link #close} every request fails. */
final class MediaConnectionHandle implements MediaConnection {
  private volatile @Nullable MediaManagedConnection connection;
  private volatile @Nullable Lease lease;

  MediaConnectionHandle(MediaManagedConnection connection, Lease lease) {
    this.connection = connection;
    this.lease = lease;
  }

  @Override
  public CompletionStage<CallPorts> set(CallMedia media) {
    return ask(open -> open.shared().set(open, media));
  }

  @Override
  public CompletionStage<CallStatistics> statistics(String callId) {
    return ask(open -> open.shared().engine().statistics(callId));
  }

  @Override
  public CompletionStage<CallStatistics> end(String callId) {
    return ask(open -> open.shared().end(open, callId));
  }

  @Override
  public CompletionStage<Set<String>> claim(Collection<String> callIds) {
    return ask(open -> open.shared().claim(open, callIds));
  }

  @Override
  public CompletionStage<EngineFigures> figures() {
    return ask(open -> open.shared().engine().figures());
  }

  /**
   * {@inheritDoc}
   *
   * @throws MediaException when the connection is closed
   */
  @Override
  public void listen(MediaListener listener) {
    Lease open = lease;
    if (open == null) {
      throw closed();
    }
    open.listen(listener);
  }

  private <T> CompletionStage<T> ask(Function<Lease, CompletionStage<T>> question) {
    Lease open = lease;
    return open == null ? CompletableFuture.failedFuture(closed()) : question.apply(open);
  }

  private static MediaException closed() {
    return new MediaException(Kind.INVALID, "the connection is closed");
  }

  @Override
  public void close() {
    MediaManagedConnection open = connection;
    if (open != null) {
      open.closed(this);
    }
  }

  /** The handle belongs to another managed connection from now on. */
  void moveTo(MediaManagedConnection other) {
    MediaManagedConnection former = connection;
    if (former != null) {
      former.forget(this);
    }
    connection = other;
  }

  /** The end of it, whoever wants it. */
  void invalidate() {
    Lease open = lease;
    lease = null;
    connection = null;
    if (open != null) {
      open.close();
    }
  }
}
