package org.comuta.portal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.comuta.archive.Spool;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.file.UploadedFile;

/** A file that somebody sent, kept between the look at what it would do and the doing. One view. */
final class HeldFile implements Serializable {
  private static final long serialVersionUID = 1L;

  private String name = "";
  private @Nullable String path;

  /** Keeps this one instead. */
  void take(UploadedFile sent, Path spool) throws IOException {
    discard();
    Path file = Spool.file(spool);
    try (InputStream octets = sent.getInputStream()) {
      Files.copy(octets, file, StandardCopyOption.REPLACE_EXISTING);
    }
    path = file.toString();
    name = String.valueOf(sent.getFileName());
  }

  /** How its sender calls it; empty when there is none. */
  String name() {
    return name;
  }

  boolean isThere() {
    return path != null && Files.exists(Path.of(path));
  }

  InputStream open() throws IOException {
    if (path == null) {
      throw new IOException("no file was sent");
    }
    return Files.newInputStream(Path.of(path));
  }

  void discard() {
    Spool.discard(path == null ? null : Path.of(path));
    path = null;
    name = "";
  }
}
