package org.comuta.sip.callcontrol.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.comuta.intrusion.IntrusionRules;
import org.comuta.intrusion.SourceGuard;
import org.junit.jupiter.api.Test;

class UnknownSourcesTest {
  private long now = -5;
  private final SourceGuard guard =
      new SourceGuard(() -> IntrusionRules.NONE, InstantSource.system(), () -> now);
  private final UnknownSources sources = new UnknownSources(guard, () -> now);

  @Test
  void tellsOfEachAddressOnceAMinute() {
    assertThat(sources.worthTelling("192.0.2.1")).isTrue();
    assertThat(sources.worthTelling("192.0.2.1")).isFalse();
    assertThat(sources.worthTelling("192.0.2.2")).isTrue();
    now += Duration.ofSeconds(60).toNanos();
    assertThat(sources.worthTelling("192.0.2.1")).isTrue();
  }

  @Test
  void aFloodOfAddressesIsForgottenAndStopsTelling() {
    long told =
        IntStream.range(0, 10 * UnknownSources.MOST)
            .filter(i -> sources.worthTelling("192.0.2." + i))
            .count();
    assertThat(told).isEqualTo(UnknownSources.MOST);
    now += Duration.ofSeconds(61).toNanos();
    assertThat(sources.worthTelling("198.51.100.1")).isTrue();
  }
}
