package org.comuta.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One part that is written to backups and restored from them. */
public record PartOfTests(BackupPart part, Path spool) {
  private static final RestoreRequest BY_ADMIN =
      new RestoreRequest("admin", "192.0.2.1", "", false);

  /** The octets of a backup of it. */
  public byte[] backup(@Nullable String passphrase) throws IOException {
    return ArchiveSamples.of(spool, passphrase, List.of(part));
  }

  /** What restoring a backup would do. */
  public PartPlan plan(byte[] backup, @Nullable String passphrase)
      throws IOException, ArchiveException {
    try (ReadArchive archive =
        ReadArchive.of(
            new ByteArrayInputStream(backup), passphrase, spool, ReadArchive.Limits.USUAL)) {
      return part.plan(archive.part(part.name()), BY_ADMIN);
    }
  }

  /** What restoring a file in its place would do. */
  public PartPlan plan(String file, String text) throws IOException, ArchiveException {
    MemoryPart forged = new MemoryPart(part.name(), part.order());
    forged.texts.put(file, text);
    return plan(ArchiveSamples.of(spool, null, List.of(forged)), null);
  }
}
