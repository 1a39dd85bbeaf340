package org.comuta.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder for one backup on its way, readable by its owner only, which goes when it is closed. */
public final class Spool implements AutoCloseable {
  private static final String PREFIX = "spool-";

  private final Path folder;
  private int files;

  private Spool(Path folder) {
    this.folder = folder;
  }

  /**
   * @param parent folder of all spools; made where it is not there
   */
  static Spool in(Path parent) throws IOException {
    Files.createDirectories(parent);
    return new Spool(Files.createTempDirectory(parent, PREFIX, onlyOwner("rwx------")));
  }

  /** A new file beside the spools, for its owner only; gone with the next start at the latest. */
  public static Path file(Path parent) throws IOException {
    Files.createDirectories(parent);
    return Files.createTempFile(parent, PREFIX, "", onlyOwner("rw-------"));
  }

  /** Removes such a file, if there is one. */
  public static void discard(@Nullable Path file) {
    if (file != null) {
      delete(file);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> onlyOwner(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }

  /** A name for a new file; never one that a backup gives. */
  Path next() {
    return folder.resolve(String.valueOf(files++));
  }

  @Override
  public void close() {
    delete(folder);
  }

  /** Removes what processes left behind that were killed. At the start only. */
  public static void sweep(Path parent) {
    if (!Files.isDirectory(parent)) {
      return;
    }
    try (Stream<Path> left = Files.list(parent)) {
      left.filter(path -> path.getFileName().toString().startsWith(PREFIX)).forEach(Spool::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
