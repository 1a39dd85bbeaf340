package org.comuta.media.ra;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.comuta.media.MediaListener;
import org.comuta.media.Side;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one connection has of the shared engine: its calls and its listeners. Any thread. */
final class Lease implements MediaListener {
  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

  private final SharedEngine shared;
  private final List<MediaListener> listeners = new CopyOnWriteArrayList<>();

  Lease(SharedEngine shared) {
    this.shared = shared;
  }

  SharedEngine shared() {
    return shared;
  }

  void listen(MediaListener listener) {
    listeners.add(listener);
  }

  void close() {
    listeners.clear();
    shared.close(this);
  }

  @Override
  public void silent(String callId, Side side) {
    tell(listener -> listener.silent(callId, side));
  }

  @Override
  public void engineLost() {
    tell(MediaListener::engineLost);
  }

  @Override
  public void engineBack() {
    tell(MediaListener::engineBack);
  }

  private void tell(Consumer<MediaListener> event) {
    for (MediaListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (RuntimeException e) {
        LOG.error("A listener of the media engine failed", e);
      }
    }
  }
}
