package org.comuta.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.comuta.backup.TargetException.Reason;

/** A folder of this machine. */
final class FolderTarget implements BackupTarget {
  private final Path folder;

  FolderTarget(Path folder) {
    this.folder = folder;
  }

  @Override
  public String folder() {
    return folder.toString();
  }

  @Override
  public String deepest() throws IOException {
    Path level = folder;
    while (!Files.exists(level) && level.getParent() != null) {
      level = level.getParent();
    }
    if (!Files.isDirectory(level)) {
      throw new TargetException(Reason.WRITING, level + " is no folder.");
    }
    return level.toString();
  }

  @Override
  public BackupTarget in(String other) {
    return new FolderTarget(Path.of(other));
  }

  @Override
  public List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
    } catch (FileSystemException refused) {
      throw told("The folder " + folder + " cannot be read", refused);
    }
  }

  @Override
  public void put(Path file, String name) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileSystemException refused) {
      throw told("The folder " + folder + " cannot be made", refused);
    }
    try {
      write(file, name);
    } catch (FileSystemException refused) {
      TargetException failed = told("The folder " + folder + " does not take the file", refused);
      BackupTarget.clean(this, name, failed);
      throw failed;
    } catch (IOException | RuntimeException failed) {
      BackupTarget.clean(this, name, failed);
      throw failed;
    }
  }

  private void write(Path file, String name) throws IOException {
    Path unfinished = folder.resolve(BackupTarget.unfinished(name));
    Files.copy(
        file, unfinished, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static TargetException told(String what, FileSystemException refused) {
    String why =
        refused instanceof AccessDeniedException
            ? "permission denied"
            : refused.getReason() == null
                ? refused.getClass().getSimpleName()
                : refused.getReason();
    TargetException told = new TargetException(Reason.WRITING, what + ": " + why);
    told.initCause(refused);
    return told;
  }

  @Override
  public void remove(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  @Override
  public void removeFolder() throws IOException {
    Files.deleteIfExists(folder);
  }

  @Override
  public void close() {}
}
