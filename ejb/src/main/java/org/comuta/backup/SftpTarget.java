package org.comuta.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.comuta.backup.TargetException.Reason;

/** A folder of an SFTP server (SSH File Transfer Protocol, version 3 and later). */
final class SftpTarget implements BackupTarget {
  private final SshClient client;
  private final SftpClient sftp;
  private final String folder;

  private SftpTarget(SshClient client, SftpClient sftp, String folder) {
    this.client = client;
    this.sftp = sftp;
    this.folder = folder;
  }

  static SftpTarget open(TargetAccess access) throws IOException {
    BackupSchedule schedule = access.schedule();
    SshClient client = SshClient.setUpDefaultClient();
    // Nothing of the user that the server runs as: no configuration, no keys, no agent.
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setAgentFactory(null);
    AtomicReference<String> shown = new AtomicReference<>("");
    client.setServerKeyVerifier(
        (session, address, key) -> {
          String fingerprint = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
          shown.set(fingerprint);
          return fingerprint.equals(schedule.fingerprint());
        });
    client.start();
    try {
      ClientSession session = connect(client, access, shown);
      SftpClient sftp = SftpClientFactory.instance().createSftpClient(session);
      return new SftpTarget(client, sftp, schedule.folder());
    } catch (IOException | RuntimeException failed) {
      client.stop();
      throw failed;
    }
  }

  private static ClientSession connect(
      SshClient client, TargetAccess access, AtomicReference<String> shown) throws IOException {
    BackupSchedule schedule = access.schedule();
    ClientSession session;
    try {
      session =
          client
              .connect(schedule.userName(), schedule.host(), access.port())
              .verify(access.stepLimit())
              .getSession();
    } catch (IOException failed) {
      throw new TargetException(
          Reason.UNREACHABLE, "The server cannot be reached: " + failed.getMessage());
    }
    if (!access.password().isEmpty()) {
      session.addPasswordIdentity(access.password());
    }
    if (!access.privateKey().isEmpty()) {
      keys(access.privateKey()).forEach(session::addPublicKeyIdentity);
    }
    try {
      session.auth().verify(access.stepLimit());
    } catch (IOException failed) {
      String fingerprint = String.valueOf(shown.get());
      if (!fingerprint.isEmpty() && !fingerprint.equals(schedule.fingerprint())) {
        throw TargetException.fingerprint(schedule.fingerprint(), fingerprint);
      }
      throw new TargetException(
          fingerprint.isEmpty() ? Reason.UNREACHABLE : Reason.SIGN_IN,
          "The server does not let this user in: " + failed.getMessage());
    }
    return session;
  }

  /** The keys in a text of OpenSSH or PEM. */
  static List<KeyPair> keys(String text) throws IOException {
    List<KeyPair> keys = new ArrayList<>();
    try (InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      SecurityUtils.loadKeyPairIdentities(
              null, NamedResource.ofName("private key"), in, FilePasswordProvider.EMPTY)
          .forEach(keys::add);
    } catch (GeneralSecurityException | IOException | RuntimeException unreadable) {
      throw new TargetException(
          Reason.SIGN_IN, "The private key cannot be read; one with a password is not taken.");
    }
    return keys;
  }

  @Override
  public List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try {
      for (SftpClient.DirEntry entry : sftp.readDir(shown(folder))) {
        if (entry.getAttributes().isRegularFile()) {
          names.add(entry.getFilename());
        }
      }
    } catch (SftpException refused) {
      throw new TargetException(
          Reason.WRITING,
          "The server does not list the folder " + folder + ": " + refused.getMessage());
    }
    return names;
  }

  @Override
  public void put(Path file, String name) throws IOException {
    try {
      makeFolder();
      write(file, name);
    } catch (SftpException refused) {
      throw new TargetException(
          Reason.WRITING, "The server does not take the file: " + refused.getMessage());
    }
  }

  private void write(Path file, String name) throws IOException {
    String unfinished = path(BackupTarget.unfinished(name));
    try {
      try (InputStream in = Files.newInputStream(file)) {
        sftp.put(in, unfinished);
      }
      sftp.rename(unfinished, path(name));
    } catch (IOException | RuntimeException failed) {
      BackupTarget.clean(this, name, failed);
      throw failed;
    }
  }

  @Override
  public String folder() {
    return folder;
  }

  @Override
  public String deepest() throws IOException {
    for (String level : FolderLevels.of(folder).reversed()) {
      if (isThere(level)) {
        return level.equals(FolderLevels.of(folder).getLast()) ? folder : level;
      }
    }
    return "";
  }

  @Override
  public BackupTarget in(String other) {
    return new SftpTarget(client, sftp, other);
  }

  /** Makes the folder, and those that it is in. */
  private void makeFolder() throws IOException {
    List<String> levels = FolderLevels.of(folder);
    int there = levels.size() - 1;
    while (there > 0 && !isThere(levels.get(there))) {
      there--;
    }
    for (String missing : levels.subList(there + 1, levels.size())) {
      sftp.mkdir(missing);
    }
  }

  private boolean isThere(String wanted) throws IOException {
    try {
      if (!sftp.stat(shown(wanted)).isDirectory()) {
        throw new TargetException(Reason.WRITING, wanted + " is no folder.");
      }
      return true;
    } catch (SftpException missing) {
      if (missing.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE) {
        throw new TargetException(
            Reason.WRITING, "The folder " + wanted + " cannot be seen: " + missing.getMessage());
      }
      return false;
    }
  }

  /** The folder that sign-in leads to has no name of its own. */
  private static String shown(String wanted) {
    return wanted.isEmpty() ? "." : wanted;
  }

  @Override
  public void remove(String name) throws IOException {
    try {
      sftp.remove(path(name));
    } catch (SftpException refused) {
      throw new TargetException(
          Reason.WRITING, "The server does not delete " + name + ": " + refused.getMessage());
    }
  }

  @Override
  public void removeFolder() throws IOException {
    sftp.rmdir(folder);
  }

  private String path(String name) {
    return FolderLevels.join(folder, name);
  }

  @Override
  public void close() throws IOException {
    try (client) {
      sftp.close();
    }
  }
}
