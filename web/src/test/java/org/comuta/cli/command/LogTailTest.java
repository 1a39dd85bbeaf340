package org.comuta.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
  @TempDir private Path folder;

  @Test
  void theLastLinesAreReadAndThenWhatIsAdded() throws IOException {
    Path log = folder.resolve("server.log");
    Files.writeString(log, "one\ntwo\nação\nhal");
    LogTail tail = new LogTail(log);
    assertThat(tail.last(2)).containsExactly("two", "ação");
    assertThat(tail.next()).isEmpty();
    Files.writeString(log, "f\r\nmore\n", StandardOpenOption.APPEND);
    assertThat(tail.next()).containsExactly("half", "more");
    Files.writeString(log, "anew\n");
    assertThat(tail.next()).containsExactly("anew");
  }
}
