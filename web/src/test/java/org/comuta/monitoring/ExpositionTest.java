package org.comuta.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpositionTest {
  @Test
  void samplesOfOneNameStandTogetherUnderOneHead() {
    String text =
        new Exposition()
            .gauge("memory_bytes", "Memory.", 1L, "pool", "a")
            .counter("calls_total", "Calls.", 7)
            .gauge("memory_bytes", "Memory.", 2.5, "pool", "b \"q\"\\")
            .toString();
    assertThat(text)
        .isEqualTo(
            """
            # HELP comuta_memory_bytes Memory.
            # TYPE comuta_memory_bytes gauge
            comuta_memory_bytes{pool="a"} 1
            comuta_memory_bytes{pool="b \\"q\\"\\\\"} 2.5
            # HELP comuta_calls_total Calls.
            # TYPE comuta_calls_total counter
            comuta_calls_total 7
            """);
  }

  @Test
  void theVirtualMachineTellsOfItself() {
    Exposition metrics = new Exposition();
    JvmMetrics.addTo(metrics);
    assertThat(metrics.toString())
        .contains(
            "comuta_jvm_memory_used_bytes{area=\"heap\"",
            "comuta_jvm_threads ",
            "comuta_process_cpu_seconds_total ",
            "comuta_process_open_fds ");
  }
}
