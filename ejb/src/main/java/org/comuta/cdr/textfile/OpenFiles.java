package org.comuta.cdr.textfile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a series that may still grow, and how far they reach. Immutable.
 *
 * @param files in the order they were begun
 */
record OpenFiles(List<OpenFile> files) {
  /**
   * One file.
   *
   * @param end when its period ends
   * @param length octets of whole lines in it
   */
  record OpenFile(String name, Instant end, long length) {}

  static final OpenFiles NONE = new OpenFiles(List.of());

  OpenFiles {
    files = List.copyOf(files);
  }

  boolean contains(String name) {
    return files.stream().anyMatch(file -> file.name().equals(name));
  }

  /** Octets of whole lines in this file; 0 for one that is not open. */
  long length(String name) {
    return files.stream()
        .filter(file -> file.name().equals(name))
        .mapToLong(OpenFile::length)
        .findFirst()
        .orElse(0);
  }

  /** With one more file. */
  OpenFiles with(String name, Instant end, long length) {
    List<OpenFile> more = new ArrayList<>(files);
    more.add(new OpenFile(name, end, length));
    return new OpenFiles(more);
  }

  /** With a new length of this file. */
  OpenFiles with(String name, long length) {
    return new OpenFiles(
        files.stream()
            .map(file -> file.name().equals(name) ? new OpenFile(name, file.end(), length) : file)
            .toList());
  }

  /** Without those whose period had ended then. */
  OpenFiles unfinished(Instant then) {
    return new OpenFiles(files.stream().filter(file -> file.end().isAfter(then)).toList());
  }

  byte[] encode() {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(octets)) {
      out.writeInt(files.size());
      for (OpenFile file : files) {
        out.writeUTF(file.name());
        out.writeLong(file.end().toEpochMilli());
        out.writeLong(file.length());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return octets.toByteArray();
  }

  /** Reads what {@link #encode} wrote; nothing when there is nothing. */
  static OpenFiles decode(byte[] octets) throws IOException {
    if (octets.length == 0) {
      return NONE;
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets))) {
      List<OpenFile> files = new ArrayList<>();
      for (int rest = in.readInt(); rest > 0; rest--) {
        files.add(new OpenFile(in.readUTF(), Instant.ofEpochMilli(in.readLong()), in.readLong()));
      }
      return new OpenFiles(files);
    }
  }
}
