package org.comuta.archive;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.comuta.archive.Manifest.Content;
import org.comuta.secret.SecretCipher;
import org.comuta.secret.SecretCipher.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * A backup that was just made, of which nothing but the writing is left to do: all parts are in
 * files of a spool, for the list of them, with their hashes, comes first. To be closed.
 */
public final class NewArchive implements AutoCloseable {
  private final Spool spool;
  private final Manifest manifest;
  private final List<Path> files;
  private final byte[] list;
  private final byte[] seal;

  private NewArchive(
      Spool spool, Manifest manifest, List<Path> files, @Nullable String passphrase) {
    this.spool = spool;
    this.manifest = manifest;
    this.files = files;
    this.list = manifest.json();
    this.seal = ArchiveSeal.of(list, passphrase);
  }

  /**
   * Asks all parts for what they have.
   *
   * @param version of the product
   * @param node name of this server
   * @param passphrase null to leave secrets out
   * @param spoolFolder where files may lie until this is closed
   */
  public static NewArchive of(
      Collection<BackupPart> parts,
      String version,
      String node,
      Instant now,
      @Nullable String passphrase,
      Path spoolFolder,
      Progress progress)
      throws IOException {
    List<BackupPart> ordered =
        parts.stream().sorted(Comparator.comparing(BackupPart::name)).toList();
    progress.of(ordered.size() + 1);
    Derivation derivation = passphrase == null ? null : Derivation.fresh();
    Spool spool = Spool.in(spoolFolder);
    try {
      Writing writing =
          new Writing(
              spool,
              passphrase,
              derivation == null || passphrase == null
                  ? null
                  : SecretCipher.of(passphrase, derivation));
      for (BackupPart part : ordered) {
        progress.begin(part.name());
        writing.part = part.name();
        part.write(writing);
        progress.step();
      }
      Manifest manifest =
          new Manifest(
              version,
              node,
              now,
              derivation,
              ordered.stream().map(BackupPart::name).toList(),
              writing.contents);
      NewArchive made = new NewArchive(spool, manifest, writing.files, passphrase);
      progress.begin("");
      progress.step();
      return made;
    } catch (IOException | RuntimeException failed) {
      spool.close();
      throw failed;
    }
  }

  public Manifest manifest() {
    return manifest;
  }

  /** Writes the gzipped tar; the stream stays open. */
  public void writeTo(OutputStream out) throws IOException {
    GZIPOutputStream zipped = new GZIPOutputStream(out, 1 << 16);
    TarWriter tar = new TarWriter(zipped);
    Instant at = manifest.madeAt();
    tar.file(Manifest.NAME, list.length, at, new ByteArrayInputStream(list));
    tar.file(ArchiveSeal.NAME, seal.length, at, new ByteArrayInputStream(seal));
    for (int i = 0; i < files.size(); i++) {
      Content content = manifest.contents().get(i);
      try (InputStream in = Files.newInputStream(files.get(i))) {
        tar.file(content.name(), content.octets(), at, in);
      }
    }
    tar.end();
    zipped.finish();
  }

  @Override
  public void close() {
    spool.close();
  }

  /** What the parts write to. */
  private static final class Writing implements PartOutput {
    private final Spool spool;
    private final @Nullable String passphrase;
    private final @Nullable SecretCipher cipher;
    private final List<Content> contents = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private String part = "";

    Writing(Spool spool, @Nullable String passphrase, @Nullable SecretCipher cipher) {
      this.spool = spool;
      this.passphrase = passphrase;
      this.cipher = cipher;
    }

    @Override
    public OutputStream file(String name) throws IOException {
      String whole = part + "/" + name;
      if (!EntryName.isGood(whole)) {
        throw new IllegalArgumentException("no name for a file of a backup: " + name);
      }
      Path file = spool.next();
      DigestOutputStream out =
          new DigestOutputStream(
              new BufferedOutputStream(Files.newOutputStream(file)), ArchiveSeal.digest());
      return new OutputStream() {
        private long octets;
        private boolean closed;

        @Override
        public void write(int octet) throws IOException {
          out.write(octet);
          octets++;
        }

        @Override
        public void write(byte[] buffer, int at, int length) throws IOException {
          out.write(buffer, at, length);
          octets += length;
        }

        @Override
        public void close() throws IOException {
          if (!closed) {
            closed = true;
            out.close();
            String hash = HexFormat.of().formatHex(out.getMessageDigest().digest());
            contents.add(new Content(whole, octets, hash));
            files.add(file);
          }
        }
      };
    }

    @Override
    public @Nullable String passphrase() {
      return passphrase;
    }

    @Override
    public @Nullable String encrypted(String secret, String place) {
      return cipher == null ? null : cipher.encrypt(secret, place);
    }
  }
}
