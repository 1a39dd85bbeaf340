package org.comuta.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.comuta.archive.ArchiveException.Reason;
import org.comuta.archive.Manifest.Content;
import org.comuta.secret.SecretCipher;
import org.jspecify.annotations.Nullable;

/**
 * A backup that was read whole and verified: its list is authentic, and every file is in it, once,
 * with the octets that the list says. Its files are in a spool under names of our own. To be
 * closed.
 */
public final class ReadArchive implements AutoCloseable {
  private static final int LARGEST_LIST = 8 << 20;
  private static final int LARGEST_SEAL = 4 << 10;

  /**
   * The most that is taken, against archives that are small only while they are packed.
   *
   * @param octets of all files together, unpacked
   */
  public record Limits(long octets, int files) {
    public static final Limits USUAL = new Limits(4L << 30, 20_000);
  }

  private final Spool spool;
  private final Manifest manifest;
  private final Map<String, Path> files = new HashMap<>();
  private final @Nullable String passphrase;
  private @Nullable SecretCipher cipher;

  private ReadArchive(Spool spool, Manifest manifest, @Nullable String passphrase) {
    this.spool = spool;
    this.manifest = manifest;
    this.passphrase = passphrase;
  }

  /**
   * Reads and verifies; changes nothing but the spool.
   *
   * @param passphrase the one it was made with; null for one without
   * @param spoolFolder where its files may lie until this is closed
   * @throws ArchiveException it is not taken
   * @throws IOException the stream or the disk failed
   */
  public static ReadArchive of(
      InputStream in, @Nullable String passphrase, Path spoolFolder, Limits limits)
      throws IOException, ArchiveException {
    try {
      TarReader tar = new TarReader(new BufferedInputStream(new GZIPInputStream(in, 1 << 16)));
      byte[] list = small(tar, Manifest.NAME, LARGEST_LIST);
      ArchiveSeal.verify(list, small(tar, ArchiveSeal.NAME, LARGEST_SEAL), passphrase);
      Manifest manifest = Manifest.read(list);
      bound(manifest, limits);
      ReadArchive read = new ReadArchive(Spool.in(spoolFolder), manifest, passphrase);
      try {
        read.unpack(tar);
        return read;
      } catch (IOException | ArchiveException | RuntimeException failed) {
        read.close();
        throw failed;
      }
    } catch (ZipException broken) {
      throw ArchiveException.damaged("The backup is not gzipped, or was changed.");
    } catch (EOFException early) {
      throw ArchiveException.damaged("The backup is not whole.");
    }
  }

  private static void bound(Manifest manifest, Limits limits) throws ArchiveException {
    long left = limits.octets();
    for (Content content : manifest.contents()) {
      if (content.octets() > left) {
        throw ArchiveException.tooLarge(
            "The backup has more than " + limits.octets() + " octets when it is unpacked.");
      }
      left -= content.octets();
    }
    if (manifest.contents().size() > limits.files()) {
      throw ArchiveException.tooLarge("The backup has more than " + limits.files() + " files.");
    }
  }

  private static byte[] small(TarReader tar, String name, int most)
      throws IOException, ArchiveException {
    TarReader.Entry entry = tar.next();
    if (entry == null || !entry.name().equals(name)) {
      throw ArchiveException.format("This is not a backup of Comuta: " + name + " is missing.");
    }
    if (entry.octets() > most) {
      throw ArchiveException.tooLarge(name + " has more than " + most + " octets.");
    }
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    copy(tar, octets);
    return octets.toByteArray();
  }

  private void unpack(TarReader tar) throws IOException, ArchiveException {
    for (Content content : manifest.contents()) {
      TarReader.Entry entry = tar.next();
      if (entry == null
          || !entry.name().equals(content.name())
          || entry.octets() != content.octets()) {
        throw ArchiveException.damaged(content.name() + " is missing or of another size.");
      }
      Path file = spool.next();
      MessageDigest digest = ArchiveSeal.digest();
      try (OutputStream out = Files.newOutputStream(file)) {
        byte[] buffer = new byte[1 << 16];
        for (int read = tar.read(buffer); read >= 0; read = tar.read(buffer)) {
          digest.update(buffer, 0, read);
          out.write(buffer, 0, read);
        }
      }
      if (!HexFormat.of().formatHex(digest.digest()).equals(content.sha256())) {
        throw ArchiveException.damaged(content.name() + " was changed.");
      }
      files.put(content.name(), file);
    }
    if (tar.next() != null) {
      throw ArchiveException.damaged("The backup has a file that its list does not name.");
    }
  }

  private static void copy(TarReader tar, OutputStream out) throws IOException, ArchiveException {
    byte[] buffer = new byte[8192];
    for (int read = tar.read(buffer); read >= 0; read = tar.read(buffer)) {
      out.write(buffer, 0, read);
    }
  }

  public Manifest manifest() {
    return manifest;
  }

  /** The files of a part. */
  public PartInput part(String name) {
    return new Reading(name + "/");
  }

  @Override
  public void close() {
    spool.close();
  }

  /** What a part reads. */
  private final class Reading implements PartInput {
    private final String folder;

    Reading(String folder) {
      this.folder = folder;
    }

    @Override
    public List<String> files() {
      return manifest.contents().stream()
          .map(Content::name)
          .filter(name -> name.startsWith(folder))
          .map(name -> name.substring(folder.length()))
          .toList();
    }

    @Override
    public long octets(String name) {
      return manifest.contents().stream()
          .filter(content -> content.name().equals(folder + name))
          .mapToLong(Content::octets)
          .findFirst()
          .orElse(0);
    }

    @Override
    public InputStream file(String name) throws IOException, ArchiveException {
      Path file = files.get(folder + name);
      if (file == null) {
        throw ArchiveException.format("The backup has no " + folder + name + ".");
      }
      return new BufferedInputStream(Files.newInputStream(file));
    }

    @Override
    public @Nullable String passphrase() {
      return passphrase;
    }

    @Override
    public String decrypted(String text, String place) throws ArchiveException {
      if (cipher == null) {
        if (passphrase == null || manifest.secrets() == null) {
          throw new ArchiveException(
              Reason.PASSPHRASE, "The backup has an encrypted secret and no passphrase.");
        }
        cipher = SecretCipher.of(passphrase, manifest.secrets());
      }
      return cipher
          .decrypt(text, place)
          .orElseThrow(() -> ArchiveException.damaged("A secret of the backup was changed."));
    }
  }
}
