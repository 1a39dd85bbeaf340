package org.comuta.media.engine.relay;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.comuta.media.MediaException;
import org.comuta.media.engine.source.Address;
import org.comuta.media.engine.source.SourceFilter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The channels of one selector. The relay thread's alone. */
final class SelectorSockets implements Sockets {
  private static final Logger LOG = LoggerFactory.getLogger(SelectorSockets.class);

  private final Shared shared;
  private final Selector selector;
  private final int receiveBuffer;

  SelectorSockets(Shared shared, Selector selector, int receiveBuffer) {
    this.shared = shared;
    this.selector = selector;
    this.receiveBuffer = receiveBuffer;
  }

  static MediaException noResources(IOException e) {
    return new MediaException(MediaException.Kind.NO_RESOURCES, String.valueOf(e.getMessage()));
  }

  @Override
  public @Nullable RelaySocket open(
      LineEnd end, boolean rtcp, Address local, int port, SourceFilter filter) {
    shared.claimSocket();
    DatagramChannel channel = null;
    boolean done = false;
    try {
      channel = create(local);
      if (!bind(channel, local.toInetAddress(), port)) {
        return null;
      }
      RelaySocket socket = new RelaySocket(end, rtcp, local.isIpv4(), port, filter, -1, channel);
      channel.register(selector, SelectionKey.OP_READ, socket);
      done = true;
      return socket;
    } catch (IOException e) {
      throw noResources(e);
    } finally {
      if (!done) {
        if (channel != null) {
          closeQuietly(channel);
        }
        shared.releaseSocket();
      }
    }
  }

  private DatagramChannel create(Address local) throws IOException {
    DatagramChannel channel =
        DatagramChannel.open(
            local.isIpv4() ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
    return channel;
  }

  /** False when somebody else has the port. */
  private static boolean bind(DatagramChannel channel, InetAddress address, int port)
      throws IOException {
    try {
      channel.bind(new InetSocketAddress(address, port));
      return true;
    } catch (BindException e) {
      if (isOurs(address)) {
        return false;
      }
      throw new MediaException(
          MediaException.Kind.NO_SUCH_ADDRESS, "bind to " + address.getHostAddress() + " failed");
    }
  }

  // The exception's text is the system's, in the system's language: another port tells instead.
  private static boolean isOurs(InetAddress address) throws IOException {
    try (DatagramChannel probe = DatagramChannel.open()) {
      probe.bind(new InetSocketAddress(address, 0));
      return true;
    } catch (BindException e) {
      return false;
    }
  }

  @Override
  public void mark(RelaySocket socket, int dscp) {
    if (socket.dscp == dscp || socket.channel == null) {
      return;
    }
    socket.dscp = dscp;
    try {
      socket.channel.setOption(StandardSocketOptions.IP_TOS, dscp << 2);
    } catch (IOException e) {
      LOG.debug("Packets could not be marked", e);
    }
  }

  @Override
  public void close(RelaySocket socket) {
    if (socket.channel != null) {
      closeQuietly(socket.channel);
      shared.releaseSocket();
    }
  }

  private void closeQuietly(DatagramChannel channel) {
    try {
      channel.close();
      // A closed channel gives its descriptor back when the selector has seen it.
      selector.selectNow();
    } catch (IOException e) {
      LOG.warn("A channel was not closed", e);
    }
  }
}
