package org.comuta.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.comuta.archive.ArchiveException.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
  @TempDir Path spool;

  @AfterEach
  void nothingIsLeftBehind() throws IOException {
    try (Stream<Path> left = Files.list(spool)) {
      assertThat(left.filter(path -> path.getFileName().toString().startsWith("spool-"))).isEmpty();
    }
  }

  @Test
  void whatWasWrittenIsRead() throws Exception {
    MemoryPart part = ArchiveSamples.part();
    MemoryPart other = new MemoryPart("other", BackupPart.LAST);
    byte[] octets = ArchiveSamples.of(spool, null, List.of(part, other));

    try (ReadArchive read = ArchiveSamples.read(octets, null, spool)) {
      assertThat(read.manifest().version()).isEqualTo("1.2");
      assertThat(read.manifest().node()).isEqualTo("node");
      assertThat(read.manifest().madeAt()).isEqualTo(ArchiveSamples.NOW);
      assertThat(read.manifest().secrets()).isNull();
      assertThat(read.manifest().parts()).containsExactly("other", "texts");
      assertThat(ArchiveSamples.texts(read))
          .containsEntry("texts/one.txt", "eins")
          .containsEntry("texts/folder/two.txt", "zwei\n".repeat(200))
          .containsEntry("texts/empty", "")
          .hasSize(3);
      assertThat(read.part("other").files()).isEmpty();
      assertThatThrownBy(() -> read.part("texts").file("three"))
          .hasMessageContaining("texts/three");
    }
  }

  @Test
  void theToolsOfEverybodyReadIt() throws Exception {
    Path file = spool.resolve("backup.tar.gz");
    MemoryPart part = ArchiveSamples.part();
    String name = ("a".repeat(60) + "/").repeat(2) + "b".repeat(60);
    part.texts.put(name, "long");
    Files.write(file, ArchiveSamples.of(spool, null, List.of(part)));
    Path list = spool.resolve("list");

    Process tar =
        new ProcessBuilder("tar", "--list", "--gzip", "--file", file.toString())
            .redirectOutput(list.toFile())
            .start();

    assertThat(tar.waitFor()).isZero();
    assertThat(Files.readAllLines(list))
        .containsExactly(
            "manifest.json",
            "manifest.seal",
            "texts/" + name,
            "texts/empty",
            "texts/folder/two.txt",
            "texts/one.txt");
    try (ReadArchive read = ArchiveSamples.read(Files.readAllBytes(file), null, spool)) {
      assertThat(ArchiveSamples.texts(read)).containsEntry("texts/" + name, "long");
    }
  }

  @Test
  void aPassphraseIsWantedAgain() throws Exception {
    byte[] octets =
        ArchiveSamples.of(spool, ArchiveSamples.PASSPHRASE, List.of(ArchiveSamples.part()));

    assertThat(reason(octets, null)).isEqualTo(Reason.PASSPHRASE);
    assertThat(reason(octets, "another horse battery")).isEqualTo(Reason.PASSPHRASE);
    try (ReadArchive read = ArchiveSamples.read(octets, ArchiveSamples.PASSPHRASE, spool)) {
      assertThat(read.manifest().secrets()).isNotNull();
    }
  }

  @Test
  void aBackupThatAnybodyMayHaveMadeIsNotTakenWithAPassphrase() throws Exception {
    byte[] octets = ArchiveSamples.of(spool, null, List.of(ArchiveSamples.part()));

    assertThat(reason(octets, ArchiveSamples.PASSPHRASE)).isEqualTo(Reason.PASSPHRASE);
  }

  @Test
  void secretsAreThereOnlyWithAPassphrase() throws Exception {
    SecretivePart part = new SecretivePart();

    byte[] open = ArchiveSamples.of(spool, null, List.of(part));
    byte[] closed = ArchiveSamples.of(spool, ArchiveSamples.PASSPHRASE, List.of(part));

    try (ReadArchive read = ArchiveSamples.read(open, null, spool)) {
      assertThat(ArchiveSamples.texts(read)).containsEntry("secretive/secret", "null");
    }
    try (ReadArchive read = ArchiveSamples.read(closed, ArchiveSamples.PASSPHRASE, spool)) {
      String encrypted = ArchiveSamples.texts(read).get("secretive/secret");
      assertThat(encrypted).isNotNull().doesNotContain("tiger");
      assertThat(read.part("secretive").decrypted(String.valueOf(encrypted), "a/b"))
          .isEqualTo("tiger");
      assertThatThrownBy(
              () -> read.part("secretive").decrypted(String.valueOf(encrypted), "other/b"))
          .isInstanceOf(ArchiveException.class);
    }
  }

  @Test
  void aPartThatFailsLeavesNothingBehind() {
    MemoryPart part = new MemoryPart("texts", BackupPart.FIRST);
    part.texts.put("../escape", "x");

    assertThatThrownBy(() -> ArchiveSamples.of(spool, null, List.of(part)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSpoolIsForItsOwnerOnlyAndSweptAtTheStart() throws Exception {
    Spool left = Spool.in(spool);
    Files.writeString(left.next(), "left");
    Path folder = left.next().getParent();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    Spool.sweep(spool);

    assertThat(folder).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "users/users.jsonl", "sounds/pt-BR/beep_1.wav", "x/a+b@c", "a/b/c/d/e/f/g/h"})
  void goodNames(String name) {
    assertThat(EntryName.isGood(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/etc/passwd",
        "..",
        "../x",
        "a/../b",
        "a/./b",
        "a//b",
        "a/",
        "./a",
        ".a",
        "a/.b",
        "a\\b",
        "a b",
        "a\0b",
        "ä",
        "C:x",
        "a/b/c/d/e/f/g/h/i"
      })
  void wrongNames(String name) {
    assertThat(EntryName.isGood(name)).isFalse();
  }

  @Test
  void namesOfEveryGoodLengthFitIntoATar() throws Exception {
    for (int length = 1; length <= 64; length++) {
      String name = ("a".repeat(length) + "/").repeat(180 / (length + 1)).replaceAll("/$", "");
      if (EntryName.isGood("texts/" + name)) {
        MemoryPart part = new MemoryPart("texts", BackupPart.FIRST);
        part.texts.put(name, "x");
        byte[] octets = ArchiveSamples.of(spool, null, List.of(part));
        try (ReadArchive read = ArchiveSamples.read(octets, null, spool)) {
          assertThat(ArchiveSamples.texts(read)).containsOnlyKeys("texts/" + name);
        }
      }
    }
  }

  private Reason reason(byte[] octets, @Nullable String passphrase) throws IOException {
    try (ReadArchive read = ArchiveSamples.read(octets, passphrase, spool)) {
      throw new AssertionError("it was taken: " + read.manifest());
    } catch (ArchiveException refused) {
      return refused.reason();
    }
  }

  /** A part with a secret. */
  private static final class SecretivePart implements BackupPart {
    @Override
    public String name() {
      return "secretive";
    }

    @Override
    public int order() {
      return FIRST;
    }

    @Override
    public void write(PartOutput out) throws IOException {
      try (OutputStream file = out.file("secret")) {
        file.write(String.valueOf(out.encrypted("tiger", "a/b")).getBytes(StandardCharsets.UTF_8));
      }
    }

    @Override
    public PartPlan plan(PartInput in, RestoreRequest request) {
      throw new UnsupportedOperationException();
    }
  }
}
