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
  /** The names of the files there. */
  List<String> names() throws IOException;

  /**
   * Puts a file there: under another name first, so that it is whole whenever it is there. Nothing
   * is left of one that failed, as far as the destination lets it.
   */
  void put(Path file, String name) throws IOException;

  /** Takes a file away. */
  void remove(String name) throws IOException;

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
