package org.comuta.media.ra;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Set;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/** Makes the managed connections of one resource adapter. Any thread. */
public final class MediaManagedConnectionFactory
    implements ManagedConnectionFactory, ResourceAdapterAssociation {
  private static final long serialVersionUID = 1L;

  private transient @Nullable MediaResourceAdapter adapter;
  private transient @Nullable PrintWriter logWriter;

  @Override
  public Object createConnectionFactory(ConnectionManager manager) {
    return new ConnectionFactoryInJndi(this, manager);
  }

  @Override
  public Object createConnectionFactory() throws ResourceException {
    throw new NotSupportedException("only in a server");
  }

  @Override
  public ManagedConnection createManagedConnection(
      @Nullable Subject subject, @Nullable ConnectionRequestInfo info) throws ResourceException {
    if (adapter == null) {
      throw new ResourceException("the resource adapter does not run");
    }
    return new MediaManagedConnection(adapter.shared());
  }

  /** Each is as good as the other. */
  @Override
  @SuppressWarnings("rawtypes") // as Jakarta Connectors has it
  public @Nullable ManagedConnection matchManagedConnections(
      Set connections, @Nullable Subject subject, @Nullable ConnectionRequestInfo info) {
    for (Object connection : connections) {
      if (connection instanceof MediaManagedConnection ours) {
        return ours;
      }
    }
    return null;
  }

  @Override
  public @Nullable ResourceAdapter getResourceAdapter() {
    return adapter;
  }

  @Override
  public void setResourceAdapter(ResourceAdapter adapter) {
    this.adapter = (MediaResourceAdapter) adapter;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {
    logWriter = out;
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return logWriter;
  }

  /** All of an adapter are alike: they have no settings of their own. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MediaManagedConnectionFactory factory
        && Objects.equals(adapter, factory.adapter);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(adapter);
  }
}
