package org.comuta.media.engine.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The system calls of Linux that the engine makes. Pointers are plain numbers, so that no life time
 * is checked per call: the caller keeps the memory. What never blocks is a {@code critical} call,
 * which costs little more than one from C; only the waits are ordinary ones, during which the
 * collector may work.
 *
 * <p>Calls for setting up answer the negative error number on failure; those of the packet path
 * only a negative number, for reading the error number would cost them.
 */
// Calling the C library is the purpose here; the launcher's options allow it.
@SuppressWarnings("restricted")
public final class Libc {
  public static final int EPOLL_CTL_ADD = 1;
  public static final int EPOLLIN = 1;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option AT_ONCE = Linker.Option.critical(false);
  private static final Linker.Option WITH_ERROR = Linker.Option.captureCallState("errno");
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERROR =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle RECVFROM =
      atOnce("recvfrom", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG);
  private static final MethodHandle SENDTO =
      atOnce("sendto", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT);
  private static final MethodHandle EPOLL_POLL =
      atOnce("epoll_wait", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT);
  private static final MethodHandle EPOLL_WAIT =
      waiting("epoll_wait", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT);
  private static final MethodHandle NANOSLEEP =
      waiting("nanosleep", JAVA_INT, JAVA_LONG, JAVA_LONG);
  private static final MethodHandle READ =
      atOnce("read", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG);
  private static final MethodHandle EVENTFD_WRITE =
      atOnce("eventfd_write", JAVA_INT, JAVA_INT, JAVA_LONG);
  private static final MethodHandle CLOSE = atOnce("close", JAVA_INT, JAVA_INT);

  private static final MethodHandle SOCKET =
      withError("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle BIND =
      withError("bind", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT);
  private static final MethodHandle SETSOCKOPT =
      withError("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT);
  private static final MethodHandle EPOLL_CREATE = withError("epoll_create1", JAVA_INT, JAVA_INT);
  private static final MethodHandle EPOLL_CTL =
      withError("epoll_ctl", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
  private static final MethodHandle EVENTFD = withError("eventfd", JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle GETRLIMIT =
      withError("getrlimit", JAVA_INT, JAVA_INT, JAVA_LONG);
  private static final MethodHandle SETRLIMIT =
      withError("setrlimit", JAVA_INT, JAVA_INT, JAVA_LONG);

  private Libc() {}

  /** Room for the error number, as the calls for setting up want it. */
  public static StructLayout errorLayout() {
    return STATE;
  }

  private static MethodHandle atOnce(String name, MemoryLayout result, MemoryLayout... parameters) {
    return handle(name, FunctionDescriptor.of(result, parameters), AT_ONCE);
  }

  private static MethodHandle waiting(
      String name, MemoryLayout result, MemoryLayout... parameters) {
    return handle(name, FunctionDescriptor.of(result, parameters));
  }

  private static MethodHandle withError(
      String name, MemoryLayout result, MemoryLayout... parameters) {
    return handle(name, FunctionDescriptor.of(result, parameters), WITH_ERROR);
  }

  private static MethodHandle handle(
      String name, FunctionDescriptor descriptor, Linker.Option... options) {
    MemorySegment address =
        LINKER
            .defaultLookup()
            .find(name)
            .orElseThrow(() -> new UnsupportedOperationException("no " + name));
    return LINKER.downcallHandle(address, descriptor, options);
  }

  /** Octets received, or those the datagram had with {@code MSG_TRUNC}; negative: nothing there. */
  public static long recvfrom(
      int socket, long buffer, long size, int flags, long address, long addressLength) {
    try {
      return (long) RECVFROM.invokeExact(socket, buffer, size, flags, address, addressLength);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  public static long sendto(
      int socket, long buffer, long size, int flags, long address, int addressLength) {
    try {
      return (long) SENDTO.invokeExact(socket, buffer, size, flags, address, addressLength);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /** What is ready now; does not wait. */
  public static int epollPoll(int epoll, long events, int maximum) {
    try {
      return (int) EPOLL_POLL.invokeExact(epoll, events, maximum, 0);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /** Waits up to so many milliseconds. */
  public static int epollWait(int epoll, long events, int maximum, int millis) {
    try {
      return (int) EPOLL_WAIT.invokeExact(epoll, events, maximum, millis);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /**
   * Sleeps.
   *
   * @param time address of a {@code timespec}
   */
  public static int nanosleep(long time) {
    try {
      return (int) NANOSLEEP.invokeExact(time, 0L);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  public static long read(int descriptor, long buffer, long size) {
    try {
      return (long) READ.invokeExact(descriptor, buffer, size);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  public static int eventfdWrite(int descriptor, long value) {
    try {
      return (int) EVENTFD_WRITE.invokeExact(descriptor, value);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  public static int close(int descriptor) {
    try {
      return (int) CLOSE.invokeExact(descriptor);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  public static int socket(MemorySegment error, int family, int type, int protocol) {
    try {
      return orError((int) SOCKET.invokeExact(error, family, type, protocol), error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  public static int bind(MemorySegment error, int socket, long address, int length) {
    try {
      return orError((int) BIND.invokeExact(error, socket, address, length), error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  public static int setsockopt(
      MemorySegment error, int socket, int level, int option, long value, int length) {
    try {
      return orError(
          (int) SETSOCKOPT.invokeExact(error, socket, level, option, value, length), error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  public static int epollCreate(MemorySegment error, int flags) {
    try {
      return orError((int) EPOLL_CREATE.invokeExact(error, flags), error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  public static int epollCtl(
      MemorySegment error, int epoll, int operation, int descriptor, long event) {
    try {
      return orError(
          (int) EPOLL_CTL.invokeExact(error, epoll, operation, descriptor, event), error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  public static int eventfd(MemorySegment error, int initial, int flags) {
    try {
      return orError((int) EVENTFD.invokeExact(error, initial, flags), error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /**
   * Reads a limit of this process.
   *
   * @param limit address of the structure
   */
  public static int getrlimit(MemorySegment error, int resource, long limit) {
    try {
      return orError((int) GETRLIMIT.invokeExact(error, resource, limit), error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  /**
   * Sets a limit of this process.
   *
   * @param limit address of the structure
   */
  public static int setrlimit(MemorySegment error, int resource, long limit) {
    try {
      return orError((int) SETRLIMIT.invokeExact(error, resource, limit), error);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  private static int orError(int result, MemorySegment error) {
    return result >= 0 ? result : -(int) ERROR.get(error, 0L);
  }

  private static RuntimeException impossible(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(e);
  }
}
