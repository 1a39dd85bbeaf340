package org.comuta.clock;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Asks Linux how its clock is ({@code adjtimex(2)} without changing anything), whichever time
 * service keeps it. Any thread; takes microseconds.
 */
public final class HostClock {
  /** More than {@code struct timex} has on any 64-bit system. */
  private static final long OCTETS = 256;

  private static final long MAXIMUM_ERROR = 24;
  private static final long STATUS = 40;
  private static final int UNSYNCHRONISED = 0x40;

  private HostClock() {}

  /** How it is; empty where the system does not tell. */
  public static Optional<ClockState> read() {
    if (!System.getProperty("os.name").equals("Linux") || ADDRESS.byteSize() != Long.BYTES) {
      return Optional.empty();
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment timex = arena.allocate(OCTETS, JAVA_LONG.byteAlignment());
      int answer = (int) Call.ADJTIMEX.invokeExact(timex);
      if (answer < 0) {
        return Optional.empty();
      }
      int status = timex.get(JAVA_INT, STATUS);
      return Optional.of(
          new ClockState(
              (status & UNSYNCHRONISED) == 0,
              Duration.of(timex.get(JAVA_LONG, MAXIMUM_ERROR), ChronoUnit.MICROS)));
    } catch (Throwable impossible) {
      throw new IllegalStateException("adjtimex cannot be called", impossible);
    }
  }

  /** Looked for only where it is there. */
  private static final class Call {
    // Calling the C library is the purpose here; the launcher's options allow it.
    @SuppressWarnings("restricted")
    static final MethodHandle ADJTIMEX =
        Linker.nativeLinker()
            .downcallHandle(
                Linker.nativeLinker().defaultLookup().findOrThrow("adjtimex"),
                FunctionDescriptor.of(JAVA_INT, ADDRESS));

    private Call() {}
  }
}
