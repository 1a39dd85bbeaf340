package org.comuta.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConfiguredFiltersTest {
  private static final UserSignedIn SIGN_IN = new UserSignedIn("maria", "192.0.2.1");

  private final AtomicInteger made = new AtomicInteger();
  private List<String> configured = List.of("call.*");
  private final ConfiguredFilters<String> filters =
      new ConfiguredFilters<>(
          () -> configured,
          words ->
              words
                  .peek(word -> made.incrementAndGet())
                  .map(word -> new EventFilter(EventFilter.types(List.of(word)), Set.of(), null)));

  @Test
  void theyAreMadeOnceForEachListAndFollowIt() {
    for (int i = 0; i < 3; i++) {
      assertThat(filters.test(EventSamples.ended("c", null, null))).isTrue();
      assertThat(filters.test(SIGN_IN)).isFalse();
    }
    assertThat(made).hasValue(1);
    configured = List.of("alarm.*", "user.*");
    assertThat(filters.test(SIGN_IN)).isTrue();
    assertThat(filters.test(EventSamples.ended("c", null, null))).isFalse();
    assertThat(made).hasValue(3);
    configured = List.of();
    assertThat(filters.test(SIGN_IN)).isFalse();
  }
}
