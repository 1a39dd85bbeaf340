package org.comuta.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import org.comuta.identity.SettableClock;
import org.junit.jupiter.api.Test;

class RefusedSourcesTest {
  private final SettableClock clock = new SettableClock();
  private final RefusedSources refused = new RefusedSources(clock);

  private static InetAddress source(int number) {
    return InetAddress.ofLiteral("198.51." + number / 256 + "." + number % 256);
  }

  @Test
  void eachSourceIsToldOnceAMinute() {
    assertThat(refused.note(Service.API, source(1))).isTrue();
    assertThat(refused.note(Service.API, source(1))).isFalse();
    assertThat(refused.note(Service.PORTAL, source(1))).isTrue();
    assertThat(refused.note(Service.API, source(2))).isTrue();
    clock.goOn(Duration.ofSeconds(59));
    assertThat(refused.note(Service.API, source(1))).isFalse();
    clock.goOn(Duration.ofSeconds(1));
    assertThat(refused.note(Service.API, source(1))).isTrue();
    assertThat(refused.totals()).containsEntry(Service.API, 5L).containsEntry(Service.SSH, 0L);
  }

  @Test
  void theLatestComesFirst() {
    refused.note(Service.API, source(1));
    clock.goOn(Duration.ofSeconds(5));
    refused.note(Service.API, source(2));
    refused.note(Service.API, source(1));
    assertThat(refused.latest())
        .extracting(RefusedSource::address)
        .containsExactly("198.51.0.1", "198.51.0.2");
    RefusedSource first = refused.latest().getFirst();
    assertThat(first.times()).isEqualTo(2);
    assertThat(Duration.between(first.firstAt(), first.lastAt())).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void manySourcesFillNeitherMemoryNorLog() {
    int told = 0;
    for (int i = 0; i < 3 * RefusedSources.MOST; i++) {
      told += refused.note(Service.PORTAL, source(i)) ? 1 : 0;
    }
    assertThat(told).isEqualTo(RefusedSources.MOST_TOLD);
    assertThat(refused.latest()).hasSize(RefusedSources.MOST);
    assertThat(refused.totals()).containsEntry(Service.PORTAL, 3L * RefusedSources.MOST);
  }
}
