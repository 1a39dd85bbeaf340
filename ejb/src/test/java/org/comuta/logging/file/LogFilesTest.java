package org.comuta.logging.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.comuta.FileWatch;
import org.comuta.logging.line.LogComponent;
import org.comuta.logging.line.LogLevel;
import org.comuta.logging.line.LogLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LogFilesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Retention EVERYTHING = new Retention(Long.MAX_VALUE, 0);

  @TempDir private Path path;
  private LogFolder folder;

  @BeforeEach
  void begin() {
    folder = new LogFolder(path);
  }

  private void write(String name, String text, Duration ago) throws IOException {
    Path file = path.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(NOW.minus(ago)));
  }

  private List<String> names() throws IOException {
    return folder.files().stream().map(LogFile::name).toList();
  }

  @Test
  void listsLogsOnlyTheLatestFirst() throws IOException {
    write("server.log", "now", Duration.ZERO);
    write("gc.log.0", "gc", Duration.ofHours(1));
    write("old/server-20260228T120000Z.log.gz", "old", Duration.ofDays(1));
    write("notes.txt", "no log", Duration.ZERO);
    write(".hidden.log", "no log", Duration.ZERO);
    Files.createSymbolicLink(path.resolve("link.log"), path.resolve("notes.txt"));
    assertThat(names()).containsExactly("server.log", "gc.log.0", "server-20260228T120000Z.log.gz");
    LogFile now = folder.find("server.log").orElseThrow();
    assertThat(now.current()).isTrue();
    assertThat(now.size()).isEqualTo(3);
    assertThat(now.begunAt()).isEqualTo(NOW.minus(Duration.ofDays(1)));
    LogFile old = folder.find("server-20260228T120000Z.log.gz").orElseThrow();
    assertThat(old.current()).isFalse();
    try (InputStream content = folder.open(old)) {
      assertThat(content).hasContent("old");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "../keys/secret-keys", "old", "/etc/passwd", "notes.txt", "x.log"})
  void findsNothingBesides(String name) throws IOException {
    write("server.log", "now", Duration.ZERO);
    write("notes.txt", "no log", Duration.ZERO);
    assertThat(folder.find(name)).isEmpty();
  }

  @Test
  void movesCompressesAndRemovesWhatIsOver() throws IOException {
    write("server.log", "now", Duration.ZERO);
    write("server.log.1", "one", Duration.ofHours(1));
    write("server.log.2", "two", Duration.ofHours(1));
    write("media.log.1", "media", Duration.ofDays(2));
    write("crash-77.log", "crash", Duration.ofDays(9));
    write("old/server-20260101T000000Z.log.gz.unfinished", "half", Duration.ofDays(3));
    new LogKeeper(folder).tidy(new Retention(Long.MAX_VALUE, 5), NOW);
    assertThat(names())
        .containsExactlyInAnyOrder(
            "server.log",
            "server-20260301T110000Z.log.gz",
            "server-20260301T110000Z-1.log.gz",
            "media-20260227T120000Z.log.gz");
    assertThat(path.resolve("old")).isDirectoryNotContaining("glob:**.unfinished");
    LogFile media = folder.find("media-20260227T120000Z.log.gz").orElseThrow();
    assertThat(media.changedAt()).isEqualTo(NOW.minus(Duration.ofDays(2)));
    try (InputStream content = new GZIPInputStream(folder.open(media))) {
      assertThat(content).hasContent("media");
    }
    new LogKeeper(folder).tidy(new Retention(0, 0), NOW);
    assertThat(names()).containsExactly("server.log");
  }

  @Test
  void anArchiveHasTheFilesWithEntriesOfItsTime() throws Exception {
    write("server.log", "x".repeat(1_500), Duration.ZERO);
    write("old/server-20260228T120000Z.log.gz", "yesterday", Duration.ofDays(1));
    write("old/server-20260227T120000Z.log.gz", "before", Duration.ofDays(2));
    write("media.log", "", Duration.ofHours(30));
    Instant yesterday = NOW.minus(Duration.ofHours(36));
    LogArchive archive = LogArchive.of(folder, yesterday, NOW.minus(Duration.ofHours(30)));
    assertThat(archive.files())
        .extracting(LogFile::name)
        .containsExactlyInAnyOrder("server-20260228T120000Z.log.gz", "media.log");
    Path file = path.resolve("archive.tar.gz");
    try (OutputStream out = Files.newOutputStream(file)) {
      LogArchive.of(folder, null, null).write(out);
    }
    Path unpacked = Files.createDirectory(path.resolve("unpacked"));
    Process tar =
        new ProcessBuilder("tar", "-xzf", file.toString(), "-C", unpacked.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(tar.getInputStream().readAllBytes(), UTF_8)).isEmpty();
    assertThat(tar.waitFor()).isZero();
    assertThat(unpacked.resolve("comuta-log/server.log")).hasContent("x".repeat(1_500));
    assertThat(unpacked.resolve("comuta-log/server-20260228T120000Z.log.gz"))
        .hasContent("yesterday");
    assertThat(unpacked.resolve("comuta-log/media.log")).isEmptyFile();
    assertThat(Files.getLastModifiedTime(unpacked.resolve("comuta-log/server.log")).toInstant())
        .isEqualTo(NOW);
  }

  @Test
  void aFileThatGrowsOrShrinksMeanwhileDoesNotSpoilTheArchive() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Tar tar = new Tar(out)) {
      tar.add("grown", 3, NOW, new ByteArrayInputStream("grown".getBytes(UTF_8)));
      tar.add("shrunk", 600, NOW, new ByteArrayInputStream("shrunk".getBytes(UTF_8)));
      tar.add("last", 4, NOW, new ByteArrayInputStream("last".getBytes(UTF_8)));
    }
    Path file = path.resolve("archive.tar");
    Files.write(file, out.toByteArray());
    Process tar =
        new ProcessBuilder("tar", "-tvf", file.toString()).redirectErrorStream(true).start();
    String listed = new String(tar.getInputStream().readAllBytes(), UTF_8);
    assertThat(tar.waitFor()).as(listed).isZero();
    assertThat(listed.lines().map(line -> line.replaceAll(".* ", "")))
        .containsExactly("grown", "shrunk", "last");
  }

  @Test
  void theTraceIsWrittenAndGoesToOldWhenItIsFull() throws Exception {
    try (TraceFile trace = new TraceFile(folder, 1_000)) {
      trace.offer(line("first\nof two lines, with half a character \uD800"));
      Path file = path.resolve("trace.log");
      assertThat(FileWatch.await(file, text -> text.contains("of two lines")))
          .contains(" TRACE [SIP_MESSAGES] (lane-1) first\n");
      assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
      trace.offer(line("x".repeat(1_000)));
      trace.offer(line("after"));
    }
    assertThat(Files.readString(path.resolve("trace.log"))).contains("after").doesNotContain("xxx");
    new LogKeeper(folder).tidy(EVERYTHING, NOW);
    assertThat(names()).hasSize(2).anyMatch(name -> name.matches("trace-.*\\.log\\.gz"));
  }

  private static LogLine line(String text) {
    return new LogLine(
        0, NOW, LogLevel.TRACE, LogComponent.SIP_MESSAGES, "org.comuta.trace.sip", "lane-1", text);
  }
}
