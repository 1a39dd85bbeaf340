package org.comuta.media.engine.relay;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.comuta.media.MediaException;
import org.comuta.media.engine.linux.Libc;
import org.comuta.media.engine.linux.Linux;
import org.comuta.media.engine.source.Address;
import org.comuta.media.engine.source.SourceFilter;
import org.jspecify.annotations.Nullable;

/** The sockets of one epoll, each in a slot that its events name. The relay thread's alone. */
final class EpollSockets implements Sockets {
  // Linux packs the event on x86-64 only.
  private static final boolean PACKED = System.getProperty("os.arch", "").equals("amd64");
  static final long EVENT_SIZE = PACKED ? 12 : 16;
  static final long EVENT_DATA = PACKED ? 4 : 8;
  static final int WAKE_UP = -1;

  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;
  private static final int SOCK_DGRAM = 2;
  private static final int NON_BLOCKING = 0x800;
  private static final int CLOSE_ON_EXECUTE = 0x80000;
  private static final int IPPROTO_IP = 0;
  private static final int IPPROTO_IPV6 = 41;
  private static final int SOL_SOCKET = 1;
  private static final int SO_RCVBUF = 8;
  private static final int IP_TOS = 1;
  private static final int IPV6_V6ONLY = 26;
  private static final int IPV6_TCLASS = 67;

  private static final long ADDRESS = PacketRelay.LARGEST + 128;
  private static final long VALUE = PacketRelay.LARGEST + 160;
  private static final long EVENT = PacketRelay.LARGEST + 168;

  private final Shared shared;
  private final int epoll;
  private final int receiveBuffer;
  private final MemorySegment error;
  private final MemorySegment memory;
  private @Nullable RelaySocket[] slots = new RelaySocket[64];
  private int[] free = new int[64];
  private int freeCount;
  private int used;

  /**
   * The sockets of an epoll.
   *
   * @param memory of which the part behind the datagram is used
   */
  EpollSockets(
      Shared shared, int epoll, int receiveBuffer, MemorySegment error, MemorySegment memory) {
    this.shared = shared;
    this.epoll = epoll;
    this.receiveBuffer = receiveBuffer;
    this.error = error;
    this.memory = memory;
  }

  static int create(MemorySegment error) {
    return require(Libc.epollCreate(error, CLOSE_ON_EXECUTE), "epoll_create1");
  }

  /** A descriptor in the epoll that other threads write to. */
  static int createWakeUp(MemorySegment error, int epoll, MemorySegment memory) {
    int descriptor = require(Libc.eventfd(error, 0, NON_BLOCKING | CLOSE_ON_EXECUTE), "eventfd");
    int added = add(error, epoll, descriptor, WAKE_UP, memory);
    if (added < 0) {
      Libc.close(descriptor);
      require(added, "epoll_ctl");
    }
    return descriptor;
  }

  private static int add(
      MemorySegment error, int epoll, int descriptor, int data, MemorySegment memory) {
    memory.set(JAVA_INT, EVENT, Libc.EPOLLIN);
    memory.set(JAVA_INT_UNALIGNED, EVENT + EVENT_DATA, data);
    memory.set(JAVA_INT_UNALIGNED, EVENT + EVENT_DATA + 4, 0);
    return Libc.epollCtl(error, epoll, Libc.EPOLL_CTL_ADD, descriptor, memory.address() + EVENT);
  }

  /** The socket of a slot; null when it was closed. */
  @Nullable RelaySocket at(int slot) {
    return slots[slot];
  }

  @Override
  public @Nullable RelaySocket open(
      LineEnd end, boolean rtcp, Address local, int port, SourceFilter filter) {
    shared.claimSocket();
    boolean ipv4 = local.isIpv4();
    int descriptor = -1;
    boolean done = false;
    try {
      descriptor =
          require(
              Libc.socket(
                  error,
                  ipv4 ? AF_INET : AF_INET6,
                  SOCK_DGRAM | NON_BLOCKING | CLOSE_ON_EXECUTE,
                  0),
              "socket");
      option(descriptor, SOL_SOCKET, SO_RCVBUF, receiveBuffer);
      if (!ipv4) {
        option(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, 1);
      }
      int bound = Libc.bind(error, descriptor, memory.address() + ADDRESS, put(local, port));
      if (bound == -Linux.EADDRINUSE) {
        return null;
      }
      require(bound, "bind to " + local);
      RelaySocket socket = new RelaySocket(end, rtcp, ipv4, port, filter, descriptor, null);
      int slot = nextSlot();
      int added = add(error, epoll, descriptor, slot, memory);
      if (added < 0) {
        giveBack(slot);
        require(added, "epoll_ctl");
      }
      socket.slot = slot;
      slots[slot] = socket;
      done = true;
      return socket;
    } finally {
      if (!done) {
        if (descriptor >= 0) {
          Libc.close(descriptor);
        }
        shared.releaseSocket();
      }
    }
  }

  /** Writes a socket address, and tells its length. */
  private int put(Address address, int port) {
    long bePort = Short.toUnsignedLong(Short.reverseBytes((short) port)) << 16;
    if (address.isIpv4()) {
      long ipv4 = (long) Integer.reverseBytes((int) address.low()) << 32;
      memory.set(JAVA_LONG, ADDRESS, AF_INET | bePort | ipv4);
      memory.set(JAVA_LONG, ADDRESS + 8, 0);
      return RelaySocket.IPV4_LENGTH;
    }
    memory.set(JAVA_LONG, ADDRESS, AF_INET6 | bePort);
    memory.set(JAVA_LONG, ADDRESS + 8, Long.reverseBytes(address.high()));
    memory.set(JAVA_LONG, ADDRESS + 16, Long.reverseBytes(address.low()));
    memory.set(JAVA_INT, ADDRESS + 24, address.scope());
    return RelaySocket.IPV6_LENGTH;
  }

  private void option(int descriptor, int level, int name, int value) {
    memory.set(JAVA_INT, VALUE, value);
    Libc.setsockopt(error, descriptor, level, name, memory.address() + VALUE, 4);
  }

  @Override
  public void mark(RelaySocket socket, int dscp) {
    if (socket.dscp == dscp) {
      return;
    }
    socket.dscp = dscp;
    if (socket.ipv4) {
      option(socket.descriptor, IPPROTO_IP, IP_TOS, dscp << 2);
    } else {
      option(socket.descriptor, IPPROTO_IPV6, IPV6_TCLASS, dscp << 2);
    }
  }

  @Override
  public void close(RelaySocket socket) {
    if (slots[socket.slot] != socket) {
      throw new IllegalStateException("closed before");
    }
    // Closing takes it out of the epoll: no other descriptor stands for the same socket.
    slots[socket.slot] = null;
    giveBack(socket.slot);
    Libc.close(socket.descriptor);
    shared.releaseSocket();
  }

  private int nextSlot() {
    if (freeCount > 0) {
      return free[--freeCount];
    }
    if (used == slots.length) {
      slots = Arrays.copyOf(slots, 2 * slots.length);
    }
    return used++;
  }

  private void giveBack(int slot) {
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, 2 * free.length);
    }
    free[freeCount++] = slot;
  }

  private static int require(int result, String what) {
    if (result >= 0) {
      return result;
    }
    throw new MediaException(kind(-result), what + " failed: error " + -result);
  }

  private static MediaException.Kind kind(int error) {
    return switch (error) {
      case Linux.EADDRNOTAVAIL, Linux.EAFNOSUPPORT -> MediaException.Kind.NO_SUCH_ADDRESS;
      case Linux.EMFILE, Linux.ENFILE, Linux.ENOMEM, Linux.ENOBUFS, Linux.ENOSPC ->
          MediaException.Kind.NO_RESOURCES;
      default -> MediaException.Kind.INVALID;
    };
  }
}
