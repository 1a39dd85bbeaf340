package org.comuta.backup;

import java.util.ArrayList;
import java.util.List;

/** The folders that a folder of a server is in. */
final class FolderLevels {
  private FolderLevels() {}

  /**
   * From the outermost one to the folder itself: {@code /}, {@code /a} and {@code /a/b}, or
   * nothing, {@code a} and {@code a/b}.
   */
  static List<String> of(String folder) {
    List<String> levels = new ArrayList<>();
    levels.add(folder.startsWith("/") ? "/" : "");
    for (String segment : folder.split("/", -1)) {
      if (!segment.isEmpty()) {
        levels.add(join(levels.getLast(), segment));
      }
    }
    return levels;
  }

  /** What is called so in a folder. */
  static String join(String folder, String name) {
    return folder.isEmpty() || folder.endsWith("/") ? folder + name : folder + "/" + name;
  }

  /** The last word of a path. */
  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
