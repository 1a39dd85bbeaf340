package org.comuta.media.engine.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** What this machine offers. */
public final class Linux {
  public static final int EMFILE = 24;
  public static final int ENFILE = 23;
  public static final int ENOMEM = 12;
  public static final int EADDRINUSE = 98;
  public static final int EADDRNOTAVAIL = 99;
  public static final int EAFNOSUPPORT = 97;
  public static final int ENOBUFS = 105;
  public static final int ENOSPC = 28;

  private static final int RLIMIT_NOFILE = 7;

  private Linux() {}

  /** Whether the calls in {@link Libc} can be made here. */
  public static boolean available() {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      return false;
    }
    try {
      return descriptorLimit() > 0;
    } catch (LinkageError | RuntimeException e) {
      return false;
    }
  }

  /** Descriptors this process may have open; negative when it cannot be told. */
  public static long descriptorLimit() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment limit = arena.allocate(16, 8);
      MemorySegment error = arena.allocate(Libc.errorLayout());
      int result = Libc.getrlimit(error, RLIMIT_NOFILE, limit.address());
      long soft = limit.get(ValueLayout.JAVA_LONG, 0);
      return result < 0 ? result : soft < 0 ? Long.MAX_VALUE : soft;
    }
  }

  /**
   * Raises how many descriptors this process may have open as far as it is allowed to.
   *
   * @return what holds now; negative when it cannot be told
   */
  public static long raiseDescriptorLimit() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment limit = arena.allocate(16, 8);
      MemorySegment error = arena.allocate(Libc.errorLayout());
      int result = Libc.getrlimit(error, RLIMIT_NOFILE, limit.address());
      if (result < 0) {
        return result;
      }
      limit.set(ValueLayout.JAVA_LONG, 0, limit.get(ValueLayout.JAVA_LONG, 8));
      Libc.setrlimit(error, RLIMIT_NOFILE, limit.address());
      return descriptorLimit();
    }
  }
}
