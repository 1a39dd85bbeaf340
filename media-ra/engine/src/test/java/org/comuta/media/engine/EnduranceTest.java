package org.comuta.media.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comuta.media.engine.Calls.call;
import static org.comuta.media.engine.Calls.now;
import static org.comuta.media.engine.Calls.side;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comuta.media.CallStatistics;
import org.comuta.media.MediaException;
import org.comuta.media.MediaSide.Remote;
import org.comuta.media.engine.EngineMetrics.ThreadMetrics;
import org.comuta.media.engine.EngineSettings.Transport;
import org.comuta.media.engine.linux.Libc;
import org.comuta.media.engine.linux.Linux;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Many calls after each other leave nothing behind; too many at once are refused. */
@EnabledOnOs(OS.LINUX)
class EnduranceTest extends EngineTest {
  private static final Remote FAR = new Remote("127.0.0.1", 9, 9);
  private static final int AT_ONCE = 20;

  // The soak asks for many more.
  private static final int CALLS = Integer.getInteger("comuta.media.calls", 50_000);

  @Override
  EngineSettings settings(EngineSettings defaults) {
    return super.settings(defaults).withMaximumSockets(4 * AT_ONCE);
  }

  @Test
  void descriptorsAndMemoryStayFlatOverManyCalls() throws Exception {
    // java.nio needs ten times as long for a call.
    int calls = transport == Transport.NIO ? CALLS / 10 : CALLS;
    openAndEnd(calls / 10);
    long descriptors = descriptors();
    long heap = heap();
    openAndEnd(calls);
    assertThat(descriptors()).isLessThanOrEqualTo(descriptors + 2);
    assertThat(heap()).isLessThan(heap + 4_000_000);
    assertThat(engine.metrics().sockets()).isZero();
    assertThat(engine.metrics().portsInUse()).isZero();
    assertThat(engine.metrics().total(ThreadMetrics::calls)).isZero();
  }

  @Test
  void moreSocketsThanThereMayBeAreRefusedAndLeaveNothing() {
    for (int i = 0; i < AT_ONCE; i++) {
      open(i);
    }
    assertThatThrownBy(() -> open(AT_ONCE))
        .isInstanceOfSatisfying(
            MediaException.class,
            e -> assertThat(e.kind()).isEqualTo(MediaException.Kind.NO_RESOURCES));
    assertThat(engine.metrics().sockets()).isEqualTo(4 * AT_ONCE);
    assertThat(engine.metrics().portsInUse()).isEqualTo(4 * AT_ONCE);
    now(engine.end("0"));
    open(AT_ONCE);
  }

  @Test
  void whenTheProcessHasNoDescriptorLeftTheCallIsRefusedAndLeavesNothing() throws Exception {
    open(0);
    // Loaded now: there is no descriptor to read a class with when it is thrown.
    assertThat(new MediaException(MediaException.Kind.NO_RESOURCES, "").kind()).isNotNull();
    long before = descriptors();
    try {
      limitDescriptors(limitThatLeaves(3));
      assertThatThrownBy(() -> open(1))
          .isInstanceOfSatisfying(
              MediaException.class,
              e -> assertThat(e.kind()).isEqualTo(MediaException.Kind.NO_RESOURCES));
    } finally {
      assertThat(Linux.raiseDescriptorLimit()).isPositive();
    }
    assertThat(engine.metrics().sockets()).isEqualTo(4);
    assertThat(engine.metrics().portsInUse()).isEqualTo(4);
    assertThat(descriptors()).isLessThanOrEqualTo(before);
    open(1);
  }

  private static void limitDescriptors(long limit) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment limits = arena.allocate(16, 8);
      MemorySegment error = arena.allocate(Libc.errorLayout());
      int openFiles = 7;
      assertThat(Libc.getrlimit(error, openFiles, limits.address())).isZero();
      limits.set(ValueLayout.JAVA_LONG, 0, limit);
      assertThat(Libc.setrlimit(error, openFiles, limits.address())).isZero();
    }
  }

  /** A limit that leaves so many free; one of a call's four will be missing. */
  private static long limitThatLeaves(int free) throws Exception {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      Set<String> taken =
          open.map(path -> path.getFileName().toString()).collect(Collectors.toSet());
      int limit = 0;
      // What lists them holds two itself, which are free again afterwards.
      for (int left = free - 2; left > 0; limit++) {
        if (!taken.contains(String.valueOf(limit))) {
          left--;
        }
      }
      return limit;
    }
  }

  private void open(int id) {
    now(engine.set(call(String.valueOf(id), side(FAR), side(FAR))));
  }

  private void openAndEnd(int calls) {
    List<CompletionStage<CallStatistics>> ends = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      String id = String.valueOf(i);
      var _ = engine.set(call(id, side(FAR), side(FAR)));
      ends.add(engine.end(id));
      if (ends.size() == AT_ONCE / 2) {
        ends.forEach(Calls::now);
        ends.clear();
      }
    }
    ends.forEach(Calls::now);
  }

  private static long descriptors() throws Exception {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    }
  }

  private static long heap() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
