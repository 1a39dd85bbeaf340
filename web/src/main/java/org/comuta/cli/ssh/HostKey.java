package org.comuta.cli.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Arrays;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * The key by which clients know this server again: Ed25519, made once, the owner's to read only.
 */
final class HostKey {
  private static final String NAME = "ssh_host_ed25519_key";
  private static final int BITS = 256;
  private static final String COMMENT = "comuta";
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private HostKey() {}

  /** The key in this folder, with its public half beside it; made when it is not there. */
  static KeyPair keptIn(Path folder) throws IOException, GeneralSecurityException {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      make(folder, file);
    }
    KeyPair pair = read(file);
    Path half = folder.resolve(NAME + ".pub");
    byte[] line = publicLine(pair);
    if (!Files.exists(half) || !Arrays.equals(Files.readAllBytes(half), line)) {
      Files.write(half, line);
    }
    return pair;
  }

  private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      Iterable<KeyPair> keys =
          SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName(NAME), in, null);
      if (keys == null || !keys.iterator().hasNext()) {
        throw new IOException(file + " holds no key; delete it and another is made");
      }
      return keys.iterator().next();
    }
  }

  private static void make(Path folder, Path file) throws IOException, GeneralSecurityException {
    KeyPair pair = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, BITS);
    Path fresh = folder.resolve(NAME + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, OWNER_ONLY);
    try (OutputStream out = Files.newOutputStream(fresh)) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, COMMENT, null, out);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static byte[] publicLine(KeyPair pair) throws IOException, GeneralSecurityException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    OpenSSHKeyPairResourceWriter.INSTANCE.writePublicKey(pair.getPublic(), COMMENT, line);
    return line.toByteArray();
  }
}
