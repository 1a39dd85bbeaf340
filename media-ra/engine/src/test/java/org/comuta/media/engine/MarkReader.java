package org.comuta.media.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** A port that tells how the packets it receives are marked, which Java's sockets do not. */
// Calling the C library is the purpose here.
@SuppressWarnings("restricted")
final class MarkReader implements AutoCloseable {
  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;
  private static final int SOL_SOCKET = 1;
  private static final int SO_RCVTIMEO = 20;
  private static final int IPPROTO_IP = 0;
  private static final int IP_RECVTOS = 13;
  private static final int IPPROTO_IPV6 = 41;
  private static final int IPV6_RECVTCLASS = 66;

  private static final MethodHandle SOCKET =
      handle("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle BIND = handle("bind", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle GETSOCKNAME =
      handle("getsockname", JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle SETSOCKOPT =
      handle("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle RECVMSG =
      handle("recvmsg", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle CLOSE = handle("close", JAVA_INT, JAVA_INT);

  private final Arena arena = Arena.ofConfined();
  private final boolean ipv6;
  private final int socket;
  private final int port;

  /** Bound to the loopback address. */
  MarkReader(boolean ipv6) throws Exception {
    this.ipv6 = ipv6;
    socket = call(SOCKET, ipv6 ? AF_INET6 : AF_INET, 2, 0);
    MemorySegment address = arena.allocate(28, 8);
    address.set(JAVA_SHORT, 0, (short) (ipv6 ? AF_INET6 : AF_INET));
    if (ipv6) {
      address.set(JAVA_BYTE, 23, (byte) 1);
    } else {
      address.set(JAVA_BYTE, 4, (byte) 127);
      address.set(JAVA_BYTE, 7, (byte) 1);
    }
    call(BIND, socket, address, ipv6 ? 28 : 16);
    call(GETSOCKNAME, socket, address, arena.allocateFrom(JAVA_INT, 28));
    port = Short.toUnsignedInt(Short.reverseBytes(address.get(JAVA_SHORT, 2)));
    MemorySegment on = arena.allocateFrom(JAVA_INT, 1);
    if (ipv6) {
      call(SETSOCKOPT, socket, IPPROTO_IPV6, IPV6_RECVTCLASS, on, 4);
    } else {
      call(SETSOCKOPT, socket, IPPROTO_IP, IP_RECVTOS, on, 4);
    }
    call(SETSOCKOPT, socket, SOL_SOCKET, SO_RCVTIMEO, arena.allocateFrom(JAVA_LONG, 5, 0), 16);
  }

  int port() {
    return port;
  }

  /** The mark of the next packet. */
  int next() throws Exception {
    MemorySegment data = arena.allocate(2048);
    MemorySegment part = arena.allocateFrom(JAVA_LONG, data.address(), data.byteSize());
    MemorySegment control = arena.allocate(64, 8);
    MemorySegment message = arena.allocate(56, 8);
    message.set(JAVA_LONG, 16, part.address());
    message.set(JAVA_LONG, 24, 1);
    message.set(JAVA_LONG, 32, control.address());
    message.set(JAVA_LONG, 40, control.byteSize());
    call(RECVMSG, socket, message, 0);
    // A control message: its length, level and type, then for IPv4 an octet, for IPv6 an int.
    int value = ipv6 ? control.get(JAVA_INT, 16) : control.get(JAVA_BYTE, 16) & 0xff;
    return value >>> 2;
  }

  private static MethodHandle handle(String name, MemoryLayout result, MemoryLayout... parameters) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, parameters));
  }

  private static int call(MethodHandle function, Object... arguments) throws Exception {
    Number result;
    try {
      result = (Number) function.invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    if (result.longValue() < 0) {
      throw new AssertionError("a system call failed");
    }
    return result.intValue();
  }

  @Override
  public void close() throws Exception {
    call(CLOSE, socket);
    arena.close();
  }
}
