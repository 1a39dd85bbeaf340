package org.comuta.clock;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostClockTest {
  /**
   * The same question, asked by Python: whether it fails, the status, the error in microseconds.
   */
  private static final String ASK =
      """
      import ctypes, struct
      timex = ctypes.create_string_buffer(256)
      answer = ctypes.CDLL(None).adjtimex(timex)
      print(answer, struct.unpack_from('i', timex, 40)[0], struct.unpack_from('q', timex, 24)[0])
      """;

  @Test
  void theClockIsAsAnotherProgramSeesIt() throws Exception {
    Process python = new ProcessBuilder("python3", "-c", ASK).start();
    String[] told =
        new String(python.getInputStream().readAllBytes(), US_ASCII).strip().split(" ", -1);
    assertThat(python.waitFor()).isZero();

    Optional<ClockState> state = HostClock.read();
    assertThat(state.isPresent()).isEqualTo(Integer.parseInt(told[0]) >= 0);
    if (state.isPresent()) {
      assertThat(state.get().synchronised()).isEqualTo((Integer.parseInt(told[1]) & 0x40) == 0);
      assertThat(state.get().maximumError().toSeconds())
          .isCloseTo(Long.parseLong(told[2]) / 1_000_000, within(1L));
    }
  }
}
