package org.comuta.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever becomes of a backup on its way: it is refused, or is what it was. */
class ArchivePropertyTest {
  private static Path spool = Path.of("");
  private static byte[] archive = {};
  private static byte[] tar = {};
  private static Map<String, String> texts = Map.of();

  @BeforeContainer
  static void begin() throws Exception {
    spool = Files.createTempDirectory("comuta-archive");
    archive = ArchiveSamples.of(spool, null, List.of(ArchiveSamples.part()));
    tar = ArchiveSamples.unzipped(archive);
    try (ReadArchive read = ArchiveSamples.read(archive, null, spool)) {
      texts = ArchiveSamples.texts(read);
    }
  }

  @AfterContainer
  static void end() throws IOException {
    Files.delete(spool); // nothing is left in it
  }

  private static void refusedOrTheSame(byte[] octets) throws IOException {
    try (ReadArchive read = ArchiveSamples.read(octets, null, spool)) {
      assertThat(ArchiveSamples.texts(read)).isEqualTo(texts);
    } catch (ArchiveException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @Property(tries = 400)
  void aChangedOctet(
      @ForAll @IntRange(max = 1 << 20) int at, @ForAll @IntRange(min = 1, max = 255) int by)
      throws IOException {
    byte[] changed = archive.clone();
    changed[at % changed.length] ^= (byte) by;
    refusedOrTheSame(changed);
  }

  @Property(tries = 400)
  void aChangedOctetBeforeItWasPacked(
      @ForAll @IntRange(max = 1 << 20) int at, @ForAll @IntRange(min = 1, max = 255) int by)
      throws IOException {
    byte[] changed = tar.clone();
    changed[at % changed.length] ^= (byte) by;
    refusedOrTheSame(ArchiveSamples.zipped(changed));
  }

  @Property(tries = 200)
  void anEndThatIsMissing(@ForAll @IntRange(max = 1 << 20) int length) throws IOException {
    refused(Arrays.copyOf(archive, length % archive.length));
    refused(ArchiveSamples.zipped(Arrays.copyOf(tar, length % (tar.length - TarWriter.BLOCK))));
  }

  private static void refused(byte[] octets) throws IOException {
    try (ReadArchive read = ArchiveSamples.read(octets, null, spool)) {
      throw new AssertionError("it was taken: " + read.manifest());
    } catch (ArchiveException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @Property(tries = 300)
  void noise(@ForAll @Size(max = 2_000) byte[] octets) throws IOException {
    refused(octets);
    refused(ArchiveSamples.zipped(octets));
  }
}
