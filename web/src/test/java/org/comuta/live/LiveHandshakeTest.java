package org.comuta.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveHandshakeTest {
  @ParameterizedTest(name = "a page of {0} at {1}: {2}")
  @CsvSource({
    "http://127.0.0.1:8080,    127.0.0.1:8080, true",
    "https://pbx.example,      pbx.example,    true",
    "https://PBX.example,      pbx.EXAMPLE,    true",
    "https://evil.example,     pbx.example,    false",
    "https://pbx.example:8443, pbx.example,    false",
    "null,                     pbx.example,    false",
    "not an address,           pbx.example,    false",
    ",                         pbx.example,    false",
    "https://pbx.example,      ,               false",
  })
  void onlyPagesOfThisServerOpenASocket(
      @Nullable String origin, @Nullable String host, boolean ours) {
    Map<String, List<String>> headers = new HashMap<>();
    if (origin != null) {
      headers.put("origin", List.of(origin));
    }
    if (host != null) {
      headers.put("Host", List.of(host));
    }
    assertThat(LiveHandshake.isOfThisServer(headers)).isEqualTo(ours);
  }

  @Test
  void nobodyIsWhoWasNotNoted() {
    assertThat(LiveHandshake.who(Map.of())).isNull();
  }
}
