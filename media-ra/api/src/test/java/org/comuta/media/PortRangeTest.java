package org.comuta.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortRangeTest {
  @ParameterizedTest(name = "{0} to {1}: {2} ports")
  @CsvSource({
    "1024,   1025,      2",
    "1024,  65535,  64512",
    "65534, 65535,      2",
    "30000, 30009,     10",
    "0,         0,      0",
  })
  void aRangeIsWholePairsOrTheEnginesOwn(int first, int last, int count) {
    PortRange range = new PortRange(first, last);
    assertThat(range.count()).isEqualTo(count);
    assertThat(range.isEngines()).isEqualTo(count == 0);
    assertThat(range.equals(PortRange.ENGINE)).isEqualTo(count == 0);
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource({
    "1022,  1025",
    "30001, 30009",
    "30000, 30008",
    "30000, 29999",
    "30000, 30000",
    "30000, 65537",
    "0,     1025",
    "1024,  0",
    "-2,    -1",
  })
  void whatIsNoRangeIsRefused(int first, int last) {
    assertThatThrownBy(() -> new PortRange(first, last))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(first + "-" + last);
  }

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource({
    "29999, 30000-30009, false",
    "30000, 30000-30009, true",
    "30009, 30000-30009, true",
    "30010, 30000-30009, false",
    "0,     30000-30009, false",
  })
  void bothEndsAreOfIt(int port, String range, boolean contained) {
    assertThat(PortRange.of(range).contains(port)).isEqualTo(contained);
  }

  @Test
  void nobodyKnowsWhichPortsAreTheEnginesOwn() {
    assertThat(PortRange.ENGINE.contains(0)).isFalse();
    assertThat(PortRange.ENGINE.contains(30_000)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"30000-30009, true", "0-0, false", "30000, false", "30000-, false", "a-b, false"})
  void itIsReadAsItIsWritten(String text, boolean isOne) {
    if (isOne) {
      assertThat(PortRange.of(text)).hasToString(text);
    } else {
      assertThatThrownBy(() -> PortRange.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
