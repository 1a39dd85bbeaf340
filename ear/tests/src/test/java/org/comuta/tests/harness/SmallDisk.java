package org.comuta.tests.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk of its own in memory, which can be filled and emptied. Only root can make one. */
public final class SmallDisk implements AutoCloseable {
  private final Path folder;
  private final Path filler;

  private SmallDisk(Path folder) {
    this.folder = folder;
    this.filler = folder.resolve("filler");
  }

  /** Mounts a disk of this size, in MiB, on a new folder. */
  public static SmallDisk mount(int size) {
    try {
      Path folder = Files.createTempDirectory("comuta-disk");
      run("mount", "-t", "tmpfs", "-o", "size=" + size + "m", "tmpfs", folder.toString());
      return new SmallDisk(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path folder() {
    return folder;
  }

  /** Leaves no octet free. */
  public void fill() {
    byte[] block = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (folder.toFile().getUsableSpace() > 0) {
        out.write(block, 0, (int) Math.min(block.length, folder.toFile().getUsableSpace()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives back what {@link #fill} took. */
  public void empty() {
    try {
      Files.delete(filler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    run("umount", folder.toString());
    if (!folder.toFile().delete()) {
      throw new IllegalStateException(folder + " is not empty");
    }
  }

  private static void run(String... command) {
    try {
      Process process = new ProcessBuilder(command).inheritIO().start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(List.of(command) + " ended with " + process.exitValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
