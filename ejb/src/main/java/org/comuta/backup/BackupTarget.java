package org.comuta.backup;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder, here or on another server, that backups are kept in. One thread; to be closed. Whoever
 * interrupts that thread ends it.
 */
interface BackupTarget extends Closeable {
  /** The folder as the destination knows it; empty for the one that sign-in leads to. */
  String folder();

  /**
   * The folder itself where it is there, else the deepest one that is there of those that it is in.
   *
   * @throws TargetException something that is no folder, or cannot be entered, is in its place
   */
  String deepest() throws IOException;

  /** Another folder of the same destination, with the same connection; not to be closed. */
  BackupTarget in(String folder);

  /** The names of the files there. */
  List<String> names() throws IOException;

  /**
   * Puts a file there: under another name first, so that it is whole whenever it is there. The
   * folder is made where it is missing, with those that it is in. Nothing is left of a file that
   * failed, as far as the destination lets it.
   */
  void put(Path file, String name) throws IOException;

  /** Takes a file away. */
  void remove(String name) throws IOException;

  /** Takes the folder away, which is empty. */
  void removeFolder() throws IOException;

  /** Takes away what is left of a file that failed; what hinders that is told with the failure. */
  static void clean(BackupTarget target, String name, Exception failure) {
    try {
      target.remove(unfinished(name));
    } catch (IOException | RuntimeException hindered) {
      failure.addSuppressed(hindered);
    }
  }

  /** Name of a file that is not whole yet. */
  static String unfinished(String name) {
    return name + ".part";
  }
}
