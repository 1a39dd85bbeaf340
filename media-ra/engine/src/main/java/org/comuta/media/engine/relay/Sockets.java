package org.comuta.media.engine.relay;

import org.comuta.media.MediaException;
import org.comuta.media.engine.source.Address;
import org.comuta.media.engine.source.SourceFilter;
import org.jspecify.annotations.Nullable;

/** How ports are bound and given back. A relay thread's; only on that thread. */
interface Sockets {
  /**
   * Binds a port.
   *
   * @return null when somebody else has it
   * @throws MediaException of kind NO_SUCH_ADDRESS or NO_RESOURCES; nothing is held then
   */
  @Nullable RelaySocket open(
      LineEnd end, boolean rtcp, Address local, int port, SourceFilter filter);

  void close(RelaySocket socket);

  /** Marks what is sent from now on; a network that refuses marks is no reason to fail. */
  void mark(RelaySocket socket, int dscp);
}
