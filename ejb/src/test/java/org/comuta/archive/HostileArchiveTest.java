package org.comuta.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.comuta.archive.ArchiveException.Reason;
import org.comuta.archive.Manifest.Content;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups that somebody made to do harm, or that were damaged: each is refused. */
class HostileArchiveTest {
  @TempDir Path folder;
  private Path spool;

  @BeforeEach
  void begin() throws IOException {
    spool = Files.createDirectory(folder.resolve("spool"));
  }

  @AfterEach
  void nothingWasWrittenAnywhere() throws IOException {
    try (Stream<Path> left = Files.walk(folder)) {
      assertThat(left).containsExactlyInAnyOrder(folder, spool);
    }
  }

  private Reason refusal(byte[] octets) throws IOException {
    try (ReadArchive read = ArchiveSamples.read(octets, null, spool)) {
      throw new AssertionError("it was taken: " + read.manifest());
    } catch (ArchiveException refused) {
      return refused.reason();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Content content(String name, String text) {
    byte[] hash = ArchiveSeal.digest().digest(bytes(text));
    return new Content(name, text.length(), HexFormat.of().formatHex(hash));
  }

  /** A tar that begins as a backup with this list does. */
  private static ByteArrayOutputStream begun(Content... contents) throws IOException {
    byte[] list =
        new Manifest("1", "node", ArchiveSamples.NOW, null, List.of("p"), List.of(contents)).json();
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    file(tar, Manifest.NAME, list);
    file(tar, ArchiveSeal.NAME, ArchiveSeal.of(list, null));
    return tar;
  }

  private static void file(ByteArrayOutputStream tar, String name, byte[] octets)
      throws IOException {
    new TarWriter(tar).file(name, octets.length, Instant.EPOCH, new ByteArrayInputStream(octets));
  }

  private static byte[] ended(ByteArrayOutputStream tar) throws IOException {
    new TarWriter(tar).end();
    return ArchiveSamples.zipped(tar.toByteArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../evil", "/etc/evil", "p/../../evil", "p/.evil", "p//evil", "evil"})
  void namesThatLeadElsewhere(String name) throws IOException {
    ByteArrayOutputStream tar = begun(content(name, "x"));
    file(tar, name, bytes("x"));

    assertThat(refusal(ended(tar))).isEqualTo(Reason.FORMAT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../evil", "/etc/evil", "p/../x"})
  void namesThatTheListDoesNotTell(String name) throws IOException {
    ByteArrayOutputStream tar = begun(content("p/x", "x"));
    file(tar, name, bytes("x"));

    assertThat(refusal(ended(tar))).isEqualTo(Reason.FORMAT);
  }

  @ParameterizedTest
  @ValueSource(chars = {'1', '2', '3', '4', '5', '6', '7', 'x', 'g', 'L', 'K', 'S'})
  void linksDevicesFoldersAndExtensions(char type) throws IOException {
    ByteArrayOutputStream tar = begun(content("p/x", "x"));
    int at = tar.size();
    file(tar, "p/x", bytes("x"));
    byte[] octets = tar.toByteArray();
    octets[at + 156] = (byte) type;
    System.arraycopy(bytes("/etc/passwd"), 0, octets, at + 157, 11);
    checksum(octets, at);
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    changed.write(octets);

    assertThat(refusal(ended(changed))).isEqualTo(Reason.FORMAT);
  }

  private static void checksum(byte[] tar, int at) {
    byte[] header = Arrays.copyOfRange(tar, at, at + TarWriter.BLOCK);
    String sum = "%06o\0 ".formatted(TarWriter.checksum(header));
    System.arraycopy(bytes(sum), 0, tar, at + 148, 8);
  }

  @Test
  void aListOfMoreThanIsTaken() throws IOException {
    ByteArrayOutputStream tar =
        begun(
            new Content("p/a", 1 << 19, "0".repeat(64)),
            new Content("p/b", (1 << 19) + 1, "0".repeat(64)));

    assertThat(refusal(ended(tar))).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void aListThatOverflows() throws IOException {
    ByteArrayOutputStream tar =
        begun(
            new Content("p/a", Long.MAX_VALUE, "0".repeat(64)),
            new Content("p/b", Long.MAX_VALUE, "0".repeat(64)));

    assertThat(refusal(ended(tar))).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void tooManyFiles() throws IOException {
    Content[] many = new Content[101];
    Arrays.setAll(many, i -> content("p/" + i, ""));

    assertThat(refusal(ended(begun(many)))).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void aBombBehindASmallList() throws IOException {
    ByteArrayOutputStream tar = begun(content("p/x", "x"));
    file(tar, "p/x", new byte[64 << 20]);

    assertThat(refusal(ended(tar))).isEqualTo(Reason.DAMAGED);
  }

  @Test
  void aBombInPlaceOfTheList() throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    file(tar, Manifest.NAME, new byte[64 << 20]);

    assertThat(refusal(ended(tar))).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void aBombAfterTheEnd() throws IOException {
    ByteArrayOutputStream tar = begun(content("p/x", "x"));
    file(tar, "p/x", bytes("x"));
    tar.write(new byte[64 << 20]);

    assertThat(refusal(ended(tar))).isEqualTo(Reason.DAMAGED);
  }

  @Test
  void aFileThatIsMissingTooManyOrThereTwice() throws IOException {
    assertThat(refusal(ended(begun(content("p/x", "x"))))).isEqualTo(Reason.DAMAGED);
    ByteArrayOutputStream more = begun();
    file(more, "p/x", bytes("x"));
    assertThat(refusal(ended(more))).isEqualTo(Reason.DAMAGED);
    ByteArrayOutputStream twice = begun(content("p/x", "x"), content("p/x", "x"));
    file(twice, "p/x", bytes("x"));
    file(twice, "p/x", bytes("x"));
    assertThat(refusal(ended(twice))).isEqualTo(Reason.FORMAT);
  }

  @Test
  void whatIsOtherThanTheListSays() throws IOException {
    ByteArrayOutputStream tar = begun(content("p/x", "x"));
    file(tar, "p/x", bytes("y"));

    assertThat(refusal(ended(tar))).isEqualTo(Reason.DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"format\":\"other\"}",
        "{\"format\":\"comuta-backup\",\"formatVersion\":2}",
        "{\"format\":\"comuta-backup\",\"formatVersion\":1}",
        "{\"format\":\"comuta-backup\",\"formatVersion\":1,\"version\":1,\"node\":\"\","
            + "\"madeAt\":\"2026-03-04T05:06:07Z\",\"parts\":[],\"contents\":[]}",
        "{\"format\":\"comuta-backup\",\"formatVersion\":1,\"version\":\"1\",\"node\":\"\","
            + "\"madeAt\":\"yesterday\",\"parts\":[],\"contents\":[]}",
        "{\"format\":\"comuta-backup\",\"formatVersion\":1,\"version\":\"1\",\"node\":\"\","
            + "\"madeAt\":\"2026-03-04T05:06:07Z\",\"parts\":[\"..\"],\"contents\":[]}",
        "{\"format\":\"comuta-backup\",\"formatVersion\":1,\"version\":\"1\",\"node\":\"\","
            + "\"madeAt\":\"2026-03-04T05:06:07Z\",\"parts\":[1],\"contents\":[]}",
        "{\"format\":\"comuta-backup\",\"formatVersion\":1,\"version\":\"1\",\"node\":\"\","
            + "\"madeAt\":\"2026-03-04T05:06:07Z\",\"parts\":[],\"contents\":[{}]}"
      })
  void listsThatAreNone(String list) throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    file(tar, Manifest.NAME, bytes(list));
    file(tar, ArchiveSeal.NAME, ArchiveSeal.of(bytes(list), null));

    assertThat(refusal(ended(tar))).isEqualTo(Reason.FORMAT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"algorithm\":\"NONE\",\"value\":\"00\"}",
        "{\"algorithm\":\"SHA-256\",\"value\":\"zz\"}",
        "{\"algorithm\":\"SHA-256\",\"value\":\"00\"}"
      })
  void sealsThatAreNone(String seal) throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    file(tar, Manifest.NAME, bytes("{}"));
    file(tar, ArchiveSeal.NAME, bytes(seal));

    assertThat(refusal(ended(tar))).isEqualTo(Reason.DAMAGED);
  }

  @Test
  void aKeyThatWouldTakeMinutesToMake() throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    file(tar, Manifest.NAME, bytes("{}"));
    file(
        tar,
        ArchiveSeal.NAME,
        bytes(
            "{\"algorithm\":\"HMAC-SHA256\",\"value\":\"00\",\"iterations\":2000000000,"
                + "\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA==\"}"));
    try (ReadArchive read = ArchiveSamples.read(ended(tar), ArchiveSamples.PASSPHRASE, spool)) {
      throw new AssertionError("it was taken: " + read.manifest());
    } catch (ArchiveException refused) {
      assertThat(refused.reason()).isEqualTo(Reason.FORMAT);
    }
  }

  @Test
  void whatIsNoArchive() throws IOException {
    assertThat(refusal(new byte[0])).isEqualTo(Reason.DAMAGED);
    assertThat(refusal(bytes("formatVersion: 1"))).isEqualTo(Reason.DAMAGED);
    assertThat(refusal(ArchiveSamples.zipped(bytes("formatVersion: 1")))).isEqualTo(Reason.DAMAGED);
    assertThat(refusal(ArchiveSamples.zipped(new byte[4096]))).isEqualTo(Reason.FORMAT);
  }
}
