package org.comuta.media.process;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file a socket is bound to. Whoever may open the file controls the engine, so it is its
 * owner's alone, and so is its folder. A lock beside it keeps a second engine away, whatever became
 * of the first.
 */
final class SocketPlace implements AutoCloseable {
  /** {@code sockaddr_un} has 108 octets, the last of them zero (unix(7)). */
  static final int LONGEST_PATH = 107;

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE_OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path socket;
  private final FileChannel lockFile;
  private final ServerSocketChannel channel;

  private SocketPlace(Path socket, FileChannel lockFile, ServerSocketChannel channel) {
    this.socket = socket;
    this.lockFile = lockFile;
    this.channel = channel;
  }

  /**
   * Binds the socket; one left behind by an engine that is gone is replaced.
   *
   * @throws IOException when another engine has it, or the place is not safe
   */
  static SocketPlace take(Path socket) throws IOException {
    requireShort(socket);
    ownFolder(socket.toAbsolutePath().getParent());
    FileChannel lockFile =
        FileChannel.open(
            Path.of(socket + ".lock"),
            EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(FILE_OWNER_ONLY));
    try {
      lock(lockFile, socket);
      if (somebodyAnswers(socket)) {
        throw new IOException("another process listens on " + socket);
      }
      Files.deleteIfExists(socket);
      return new SocketPlace(socket, lockFile, bind(socket));
    } catch (IOException e) {
      lockFile.close();
      throw e;
    }
  }

  /** The channel that listens. */
  ServerSocketChannel channel() {
    return channel;
  }

  static void requireShort(Path socket) throws IOException {
    int octets = socket.toString().getBytes(StandardCharsets.UTF_8).length;
    if (octets > LONGEST_PATH) {
      throw new IOException(
          "the path of the socket has %d octets, at most %d are possible: %s"
              .formatted(octets, LONGEST_PATH, socket));
    }
  }

  private static void ownFolder(@Nullable Path folder) throws IOException {
    if (folder == null) {
      throw new IOException("the socket needs a folder");
    }
    if (!Files.exists(folder)) {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
    if (!OWNER_ONLY.containsAll(permissions)) {
      throw new IOException(
          "others may enter %s (%s): the socket's folder must be its owner's alone"
              .formatted(folder, PosixFilePermissions.toString(permissions)));
    }
  }

  private static void lock(FileChannel lockFile, Path socket) throws IOException {
    @Nullable FileLock lock;
    try {
      lock = lockFile.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw new IOException("another engine lives on " + socket);
    }
  }

  private static boolean somebodyAnswers(Path socket) {
    if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (SocketChannel probe = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      return probe.isConnected();
    } catch (IOException nobody) {
      return false;
    }
  }

  private static ServerSocketChannel bind(Path socket) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.bind(UnixDomainSocketAddress.of(socket));
      Files.setPosixFilePermissions(socket, FILE_OWNER_ONLY);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Listens no longer, and takes the socket's file away. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(socket);
    lockFile.close();
  }
}
