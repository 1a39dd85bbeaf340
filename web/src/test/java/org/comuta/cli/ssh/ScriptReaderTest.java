package org.comuta.cli.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.comuta.cli.CommandLine;
import org.junit.jupiter.api.Test;

class ScriptReaderTest {
  private static ScriptReader reader(String text) {
    return new ScriptReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void linesEndAsTheyMay() throws IOException {
    ScriptReader script = reader("show naps\r\n\nset nap ação x=1\nlast");
    assertThat(script.next()).isEqualTo("show naps");
    assertThat(script.next()).isEmpty();
    assertThat(script.next()).isEqualTo("set nap ação x=1");
    assertThat(script.next()).isEqualTo("last");
    assertThat(script.next()).isNull();
  }

  @Test
  void aLineWithoutEndTakesNoMoreRoomThanItMay() throws IOException {
    ScriptReader script = reader("x".repeat(10 * CommandLine.LONGEST) + "\nshow naps");
    assertThat(script.next())
        .hasSizeGreaterThan(CommandLine.LONGEST)
        .hasSizeLessThan(5 * CommandLine.LONGEST);
    assertThat(script.next()).isEqualTo("show naps");
  }
}
