package org.comuta.logging.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.comuta.logging.line.RecentLines.Found;
import org.junit.jupiter.api.Test;

class RecentLinesTest {
  private final RecentLines recent = new RecentLines(10);

  private void add(LogLevel level, LogComponent component, String text) {
    recent.add(new LogLine(0, Instant.EPOCH, level, component, "org.comuta.x", "main", text));
  }

  private static LogQuery query(LogLevel level, String text, long after, int most) {
    return new LogQuery(Set.of(), level, text, after, most);
  }

  private static List<String> texts(Found found) {
    return found.lines().stream().map(LogLine::text).toList();
  }

  @Test
  void filtersByComponentLevelAndText() {
    add(LogLevel.ERROR, LogComponent.SIP, "One");
    add(LogLevel.DEBUG, LogComponent.SIP, "two");
    add(LogLevel.INFO, LogComponent.MEDIA, "three");
    assertThat(texts(recent.find(query(LogLevel.TRACE, "", 0, 10))))
        .containsExactly("One", "two", "three");
    assertThat(texts(recent.find(query(LogLevel.INFO, "", 0, 10)))).containsExactly("One", "three");
    assertThat(texts(recent.find(query(LogLevel.TRACE, "ONE", 0, 10)))).containsExactly("One");
    assertThat(
            texts(recent.find(new LogQuery(Set.of(LogComponent.MEDIA), LogLevel.TRACE, "", 0, 10))))
        .containsExactly("three");
  }

  @Test
  void allThatAreKeptAreTold() {
    assertThat(recent.all()).isEmpty();
    assertThat(recent.newest()).isZero();
    IntStream.rangeClosed(1, 12).forEach(i -> add(LogLevel.INFO, LogComponent.SIP, "line " + i));
    assertThat(recent.all()).hasSize(10);
    assertThat(recent.all().getFirst().text()).isEqualTo("line 3");
    assertThat(recent.all().getLast().number()).isEqualTo(recent.newest()).isEqualTo(12);
  }

  @Test
  void tellsWhatComesAfterAndWhatWasMissed() {
    IntStream.rangeClosed(1, 8).forEach(i -> add(LogLevel.INFO, LogComponent.SIP, "line " + i));
    Found first = recent.find(query(LogLevel.TRACE, "", 0, 3));
    assertThat(texts(first)).containsExactly("line 6", "line 7", "line 8");
    assertThat(first.missed()).isTrue();
    add(LogLevel.INFO, LogComponent.SIP, "line 9");
    Found next = recent.find(query(LogLevel.TRACE, "", first.last(), 10));
    assertThat(texts(next)).containsExactly("line 9");
    assertThat(next.missed()).isFalse();
    IntStream.rangeClosed(10, 40).forEach(i -> add(LogLevel.INFO, LogComponent.SIP, "line " + i));
    Found late = recent.find(query(LogLevel.TRACE, "", next.last(), 100));
    assertThat(texts(late)).hasSize(10).startsWith("line 31").endsWith("line 40");
    assertThat(late.missed()).isTrue();
  }

  @Test
  void longLinesAreCutAndAllCanAddAtOnce() throws InterruptedException {
    add(LogLevel.INFO, LogComponent.SIP, "x".repeat(100_000));
    assertThat(recent.find(query(LogLevel.TRACE, "", 0, 1)).lines().getFirst().text())
        .hasSizeLessThan(10_000);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 1_000)
          .forEach(i -> threads.execute(() -> add(LogLevel.INFO, LogComponent.SIP, "line")));
    }
    Found found = recent.find(query(LogLevel.TRACE, "line", 0, 100));
    assertThat(found.last()).isEqualTo(1_001);
    assertThat(found.lines()).hasSizeBetween(9, 10);
  }

  @Test
  void waitsForALine() throws InterruptedException {
    Thread.ofVirtual().start(() -> add(LogLevel.INFO, LogComponent.SIP, "at last"));
    assertThat(texts(recent.await(query(LogLevel.TRACE, "", 0, 1), Duration.ofSeconds(30))))
        .containsExactly("at last");
    assertThat(recent.await(query(LogLevel.TRACE, "never", 0, 1), Duration.ofMillis(1)).lines())
        .isEmpty();
  }
}
