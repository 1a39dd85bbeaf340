package org.comuta.media.ra;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionMetaData;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;

/** What the server pools. It holds nothing by itself: every handle has its own lease. */
final class MediaManagedConnection implements ManagedConnection {
  private final SharedEngine shared;
  private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
  private final Set<MediaConnectionHandle> handles = ConcurrentHashMap.newKeySet();
  private volatile @Nullable PrintWriter logWriter;

  MediaManagedConnection(SharedEngine shared) {
    this.shared = shared;
  }

  @Override
  public Object getConnection(@Nullable Subject subject, @Nullable ConnectionRequestInfo info) {
    MediaConnectionHandle handle = new MediaConnectionHandle(this, shared.open());
    handles.add(handle);
    return handle;
  }

  /** An application closed its handle: the server may use this connection for another. */
  void closed(MediaConnectionHandle handle) {
    if (handles.remove(handle)) {
      handle.invalidate();
      ConnectionEvent event = new ConnectionEvent(this, ConnectionEvent.CONNECTION_CLOSED);
      event.setConnectionHandle(handle);
      listeners.forEach(listener -> listener.connectionClosed(event));
    }
  }

  @Override
  public void associateConnection(Object connection) throws ResourceException {
    if (!(connection instanceof MediaConnectionHandle handle)) {
      throw new ResourceException("not a connection to the media engine");
    }
    handle.moveTo(this);
    handles.add(handle);
  }

  /** A handle that belongs to another from now on. */
  void forget(MediaConnectionHandle handle) {
    handles.remove(handle);
  }

  @Override
  public void cleanup() {
    handles.forEach(MediaConnectionHandle::invalidate);
    handles.clear();
  }

  @Override
  public void destroy() {
    cleanup();
  }

  @Override
  public void addConnectionEventListener(ConnectionEventListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeConnectionEventListener(ConnectionEventListener listener) {
    listeners.remove(listener);
  }

  @Override
  public XAResource getXAResource() throws ResourceException {
    throw new NotSupportedException("media knows no transactions");
  }

  @Override
  public LocalTransaction getLocalTransaction() throws ResourceException {
    throw new NotSupportedException("media knows no transactions");
  }

  @Override
  public ManagedConnectionMetaData getMetaData() {
    return new MetaData();
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {
    logWriter = out;
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return logWriter;
  }

  private static final class MetaData implements ManagedConnectionMetaData {
    @Override
    public String getEISProductName() {
      return "Comuta media engine";
    }

    @Override
    public String getEISProductVersion() {
      return "1";
    }

    /** Without a limit. */
    @Override
    public int getMaxConnections() {
      return 0;
    }

    @Override
    public String getUserName() {
      return "";
    }
  }
}
