package org.comuta;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Objects;
import java.util.function.Predicate;

/** Waits for what others write to a file. */
public final class FileWatch {
  private FileWatch() {}

  /** Gives what the file says as soon as it says this. */
  public static String await(Path file, Predicate<String> expected)
      throws IOException, InterruptedException {
    Path folder = Objects.requireNonNull(file.getParent());
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(
          watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      String text = read(file);
      while (!expected.test(text)) {
        WatchKey changed = watch.take();
        changed.pollEvents();
        changed.reset();
        text = read(file);
      }
      return text;
    }
  }

  private static String read(Path file) throws IOException {
    return Files.exists(file) ? new String(Files.readAllBytes(file), UTF_8) : "";
  }
}
