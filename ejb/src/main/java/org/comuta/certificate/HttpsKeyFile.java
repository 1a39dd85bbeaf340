package org.comuta.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The file the server takes its key for HTTPS from, made again when another certificate is to be
 * shown. One thread at a time.
 */
final class HttpsKeyFile {
  /** Name of the entry in the file. */
  private static final String ENTRY = "comuta";

  private final Path file;
  private final String password;
  private final ServerKeys server;

  /** What the server is known to show; it began with what the file held. */
  private @Nullable KeyAndChain shown;

  private boolean known;

  HttpsKeyFile(Path file, String password, ServerKeys server) {
    this.file = file;
    this.password = password;
    this.server = server;
  }

  /** What the file holds; null when there is none, or none that can be used. */
  @Nullable KeyAndChain read() {
    try {
      return Files.exists(file) ? Pkcs12.read(Files.readAllBytes(file), password) : null;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (UnusableKeyException unusable) {
      return null;
    }
  }

  /**
   * Has the server show this, unless it does already; whether anything was changed.
   *
   * @throws IllegalStateException the server did not take it; to be tried again
   */
  boolean show(KeyAndChain entry) {
    if (!known) {
      shown = read();
      known = true;
    }
    if (shown != null && shown.chain().equals(entry.chain())) {
      return false;
    }
    write(Pkcs12.write(ENTRY, entry, password));
    server.readAgain();
    shown = entry;
    return true;
  }

  private void write(byte[] octets) {
    Path written = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(written);
      Files.createFile(
          written,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(written, octets);
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
