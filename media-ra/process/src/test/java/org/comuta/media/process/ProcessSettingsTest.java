package org.comuta.media.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.comuta.media.PortRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessSettingsTest {
  @Test
  void whatIsNotGivenHasAValue() {
    assertThat(ProcessSettings.of(List.of("--socket", "/run/m.sock")))
        .isEqualTo(
            new ProcessSettings(
                Path.of("/run/m.sock"), new PortRange(20_000, 29_999), 0, Duration.ofMinutes(2)));
  }

  @Test
  void everythingCanBeGiven() {
    assertThat(
            ProcessSettings.of(
                List.of(
                    "--rtp",
                    "45000-46999",
                    "--threads",
                    "3",
                    "--claim-limit",
                    "10",
                    "--socket",
                    "m.sock")))
        .isEqualTo(
            new ProcessSettings(
                Path.of("m.sock"), new PortRange(45_000, 46_999), 3, Duration.ofSeconds(10)));
  }

  @ParameterizedTest
  @CsvSource({
    "--rtp 20000-29999, --socket is missing",
    "--socket m --fly 1, unknown argument --fly",
    "--socket, --socket takes a value",
    "--socket m --rtp 20000, FIRST-LAST",
    "--socket m --rtp 20001-30000, even",
    "--socket m --rtp 20000-20000, even",
    "--socket m --rtp 20000-99999, even",
    "--socket m --rtp 0-0, even",
    "--socket m --threads 65, --threads takes a number up to 64",
    "--socket m --threads -1, --threads takes a number up to 64",
    "--socket m --claim-limit x, --claim-limit takes a number up to 86400",
  })
  void whatMakesNoSenseIsRefusedWithTheReason(String arguments, String reason) {
    assertThatThrownBy(() -> ProcessSettings.of(List.of(arguments.split(" "))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }
}
