package org.comuta.media.ra;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import java.io.Serializable;
import javax.naming.Reference;
import org.comuta.media.MediaConnection;
import org.comuta.media.MediaConnectionFactory;
import org.comuta.media.MediaException;
import org.comuta.media.MediaException.Kind;
import org.jspecify.annotations.Nullable;

/** What applications find in JNDI. Any thread. */
public final class ConnectionFactoryInJndi
    implements MediaConnectionFactory, Serializable, Referenceable {
  private static final long serialVersionUID = 1L;

  private final MediaManagedConnectionFactory factory;
  private final transient ConnectionManager manager;
  private @Nullable Reference reference;

  ConnectionFactoryInJndi(MediaManagedConnectionFactory factory, ConnectionManager manager) {
    this.factory = factory;
    this.manager = manager;
  }

  @Override
  public MediaConnection getConnection() {
    try {
      return (MediaConnection) manager.allocateConnection(factory, null);
    } catch (ResourceException e) {
      throw new MediaException(Kind.NO_RESOURCES, "no connection to the engine: " + e.getMessage());
    }
  }

  @Override
  public void setReference(Reference reference) {
    this.reference = reference;
  }

  @Override
  public @Nullable Reference getReference() {
    return reference;
  }
}
