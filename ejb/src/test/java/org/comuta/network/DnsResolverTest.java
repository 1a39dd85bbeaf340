package org.comuta.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DnsResolverTest {
  @Test
  void namesHaveTheirAddressesAndUnknownOnesNone() {
    try (DnsResolver resolver = new DnsResolver(Duration.ofSeconds(20))) {
      assertThat(resolver.resolve(List.of("localhost", "no-such-name.invalid")))
          .containsOnlyKeys("localhost")
          .hasEntrySatisfying("localhost", found -> assertThat(found).contains("127.0.0.1"));
    }
  }

  @Test
  void whatTakesTooLongIsLeftOut() {
    try (DnsResolver resolver = new DnsResolver(Duration.ZERO)) {
      assertThat(resolver.resolve(List.of("no-such-name.invalid"))).isEmpty();
    }
  }
}
