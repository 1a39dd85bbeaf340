package org.comuta.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * The file with the keys, one a line: id, when it was made, the key in Base64. Only its owner may
 * read it. It is replaced as a whole and never overwritten when it cannot be read: with it, every
 * sealed secret would be lost. One thread at a time.
 */
final class KeyFile {
  private static final String EXPLANATION =
      """
      # Keys of the secrets in the database, the newest last. Back this file up, apart from the
      # database: without it they cannot be read.
      """;

  private final Path file;

  KeyFile(Path file) {
    this.file = file;
  }

  /** The keys in the file; a first one is made when there is no file. */
  KeyRing loadOrCreate(Instant now) {
    try {
      if (Files.exists(file)) {
        return read();
      }
      Files.createDirectories(file.toAbsolutePath().getParent());
      KeyRing ring = KeyRing.first(now);
      write(ring);
      return ring;
    } catch (IOException e) {
      throw new UncheckedIOException("The keys of secrets cannot be kept in " + file, e);
    }
  }

  /** Keeps these keys; they are on the disk when this returns. */
  void save(KeyRing ring) {
    try {
      write(ring);
    } catch (IOException e) {
      throw new UncheckedIOException("The keys of secrets cannot be kept in " + file, e);
    }
  }

  private KeyRing read() throws IOException {
    List<KeyRing.Key> keys = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        keys.add(key(line));
      }
    }
    try {
      return new KeyRing(keys);
    } catch (IllegalArgumentException broken) {
      throw new IOException(file + " is damaged: " + broken.getMessage(), broken);
    }
  }

  private KeyRing.Key key(String line) throws IOException {
    String[] parts = line.strip().split(" ", -1);
    if (parts.length == 3 && parts[0].matches("[0-9a-f]{8}")) {
      try {
        return KeyRing.Key.of(
            parts[0], Instant.parse(parts[1]), Base64.getDecoder().decode(parts[2]));
      } catch (IllegalArgumentException | DateTimeException broken) {
        // Told below, without the line: a key could be in it.
      }
    }
    throw new IOException(file + " is damaged: a line is not an id, a moment and a key");
  }

  private void write(KeyRing ring) throws IOException {
    StringBuilder text = new StringBuilder(EXPLANATION);
    for (KeyRing.Key key : ring.keys()) {
      text.append(key.id()).append(' ').append(key.createdAt()).append(' ');
      text.append(Base64.getEncoder().encodeToString(key.secret().getEncoded())).append('\n');
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer octets = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII));
      while (octets.hasRemaining()) {
        channel.write(octets);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel folder =
        FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }
}
