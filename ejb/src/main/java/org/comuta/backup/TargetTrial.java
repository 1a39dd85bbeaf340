package org.comuta.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.comuta.archive.Spool;
import org.comuta.backup.TargetException.Reason;

/**
 * Tries whether backups would get to a destination: does with a small file what is done with a
 * backup, in its folder or, where that is still to be made, in a passing one beside it. Nothing is
 * left there.
 */
final class TargetTrial {
  private static final String PREFIX = "comuta-trial-";

  private TargetTrial() {}

  /**
   * Tries it.
   *
   * @param spool where the small file is until then
   * @return the folder that the first backup will make; empty when it is there
   * @throws TargetException what people can mend
   * @throws IOException it failed otherwise
   */
  static String run(BackupTarget target, Path spool) throws IOException {
    String name = PREFIX + UUID.randomUUID();
    String deepest = target.deepest();
    if (deepest.equals(target.folder())) {
      write(target, spool, name);
      return "";
    }
    BackupTarget passing = target.in(FolderLevels.join(deepest, name));
    try {
      write(passing, spool, name);
    } catch (IOException | RuntimeException failed) {
      withdraw(passing, failed);
      throw failed;
    }
    passing.removeFolder();
    return target.folder();
  }

  private static void write(BackupTarget target, Path spool, String name) throws IOException {
    Path file = Spool.file(spool);
    try {
      Files.writeString(file, "A trial of the destination of backups; it may be deleted.\n");
      target.put(file, name);
      if (!target.names().contains(name)) {
        throw new TargetException(
            Reason.WRITING, "The destination does not list the file that was written: " + name);
      }
      target.remove(name);
    } finally {
      Spool.discard(file);
    }
  }

  private static void withdraw(BackupTarget passing, Exception failure) {
    try {
      passing.removeFolder();
    } catch (IOException | RuntimeException hindered) {
      failure.addSuppressed(hindered);
    }
  }
}
