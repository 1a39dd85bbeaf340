package org.comuta.cdr.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of a journal in their directory, which one process at a time may use. */
final class SegmentFiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentFiles.class);
  private static final String SUFFIX = ".segment";

  /** Ends the name of a file that is being made. */
  private static final String UNFINISHED = ".new";

  private final Path directory;
  private final FileChannel lockFile;

  SegmentFiles(Path directory) throws IOException {
    this.directory = directory;
    Files.createDirectories(directory);
    lockFile =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = lockFile.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    } catch (IOException e) {
      lockFile.close();
      throw e;
    }
    if (lock == null) {
      lockFile.close();
      throw new IOException(directory + " is in use by another exchange");
    }
  }

  /** Opens what earlier processes left, in order. A file that is no segment is put aside. */
  List<Segment> open() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path unfinished : files.filter(path -> path.toString().endsWith(UNFINISHED)).toList()) {
        Files.delete(unfinished);
      }
    }
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> paths =
          files.filter(path -> path.getFileName().toString().endsWith(SUFFIX)).sorted().toList();
      return paths.stream().flatMap(path -> open(path).stream()).toList();
    }
  }

  private static List<Segment> open(Path path) {
    try {
      return List.of(Segment.open(path));
    } catch (IOException e) {
      LOG.warn("Puts aside what is no segment of the journal: {}", e.getMessage());
      Path aside = path.resolveSibling(path.getFileName() + ".bad");
      try {
        Files.move(path, aside);
      } catch (IOException failed) {
        LOG.warn("Cannot rename {}", path, failed);
      }
      return List.of();
    }
  }

  Segment create(long number, int capacity) throws IOException {
    Path path = directory.resolve(String.format("%019d%s", number, SUFFIX));
    Path unfinished = directory.resolve(path.getFileName() + UNFINISHED);
    Files.deleteIfExists(unfinished);
    Segment segment = Segment.create(unfinished, path, number, capacity);
    forceDirectory(directory);
    return segment;
  }

  /** Brings names that were added to or removed from a directory to the disk. */
  static void forceDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
