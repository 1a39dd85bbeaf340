package org.comuta.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Backups for tests, good ones and others. */
public final class ArchiveSamples {
  static final String PASSPHRASE = "correct horse battery";
  static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  private ArchiveSamples() {}

  /** The octets of a backup of these parts. */
  public static byte[] of(
      Path spool, @Nullable String passphrase, Collection<? extends BackupPart> parts)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (NewArchive made =
        NewArchive.of(List.copyOf(parts), "1.2", "node", NOW, passphrase, spool, new Progress())) {
      made.writeTo(out);
    }
    return out.toByteArray();
  }

  /** A backup of usual size, to be read and closed. */
  public static ReadArchive opened(byte[] octets, @Nullable String passphrase, Path spool)
      throws IOException, ArchiveException {
    return ReadArchive.of(
        new ByteArrayInputStream(octets), passphrase, spool, ReadArchive.Limits.USUAL);
  }

  static MemoryPart part() {
    MemoryPart part = new MemoryPart("texts", BackupPart.FIRST);
    part.texts.put("one.txt", "eins");
    part.texts.put("folder/two.txt", "zwei\n".repeat(200));
    part.texts.put("empty", "");
    return part;
  }

  static ReadArchive read(byte[] octets, @Nullable String passphrase, Path spool)
      throws IOException, ArchiveException {
    return ReadArchive.of(
        new ByteArrayInputStream(octets), passphrase, spool, new ReadArchive.Limits(1 << 20, 100));
  }

  /** All files of an archive. */
  static Map<String, String> texts(ReadArchive archive) throws IOException, ArchiveException {
    Map<String, String> texts = new TreeMap<>();
    for (String name : archive.manifest().parts()) {
      PartInput part = archive.part(name);
      for (String file : part.files()) {
        try (InputStream in = part.file(file)) {
          texts.put(name + "/" + file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return texts;
  }

  static byte[] unzipped(byte[] octets) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(octets))) {
      return in.readAllBytes();
    }
  }

  static byte[] zipped(byte[] octets) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(octets);
    }
    return out.toByteArray();
  }
}
