package org.comuta.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;
import org.comuta.backup.BackupSchedule.Destination;
import org.comuta.backup.TargetException.Reason;

/**
 * A folder of an FTP server (RFC 959), over TLS where it is FTPS (RFC 4217, explicit; control and
 * data protected).
 */
final class FtpTarget implements BackupTarget {
  private final FTPClient ftp;
  private final String home;
  private final String folder;

  /**
   * @param home the folder that sign-in leads to
   */
  private FtpTarget(FTPClient ftp, String home, String folder) {
    this.ftp = ftp;
    this.home = home;
    this.folder = folder;
  }

  static FtpTarget open(TargetAccess access) throws IOException {
    BackupSchedule schedule = access.schedule();
    PinnedCertificate pinned = new PinnedCertificate(schedule.fingerprint());
    FTPClient ftp =
        schedule.destination() == Destination.FTPS ? new FtpsClient(pinned) : new FTPClient();
    int limit = Math.toIntExact(access.stepLimit().toMillis());
    ftp.setConnectTimeout(limit);
    ftp.setDefaultTimeout(limit);
    ftp.setDataTimeout(access.stepLimit());
    ftp.setControlEncoding("UTF-8");
    try {
      connect(ftp, access, pinned);
      ftp.setSoTimeout(limit);
      signIn(ftp, access);
      String home = ftp.printWorkingDirectory();
      if (home == null) {
        throw new TargetException(
            Reason.WRITING, "The server does not say in which folder one is: " + reply(ftp));
      }
      return new FtpTarget(ftp, home, access.schedule().folder());
    } catch (IOException | RuntimeException failed) {
      hangUp(ftp);
      throw failed;
    }
  }

  private static void connect(FTPClient ftp, TargetAccess access, PinnedCertificate pinned)
      throws IOException {
    BackupSchedule schedule = access.schedule();
    try {
      ftp.connect(schedule.host(), access.port());
    } catch (IOException failed) {
      String shown = pinned.refused();
      if (!shown.isEmpty()) {
        throw TargetException.fingerprint(schedule.fingerprint(), shown);
      }
      throw new TargetException(
          Reason.UNREACHABLE, "The server cannot be reached: " + failed.getMessage());
    }
    if (!FTPReply.isPositiveCompletion(ftp.getReplyCode())) {
      throw new TargetException(Reason.UNREACHABLE, "The server refuses: " + reply(ftp));
    }
  }

  private static void signIn(FTPClient ftp, TargetAccess access) throws IOException {
    BackupSchedule schedule = access.schedule();
    if (!ftp.login(schedule.userName(), access.password())) {
      throw new TargetException(
          Reason.SIGN_IN, "The server does not let this user in: " + reply(ftp));
    }
    if (ftp instanceof FTPSClient ftps) {
      ftps.execPBSZ(0);
      ftps.execPROT("P");
    }
    ftp.setFileType(FTP.BINARY_FILE_TYPE);
    if (schedule.passive()) {
      ftp.enterLocalPassiveMode();
    }
  }

  @Override
  public String folder() {
    return folder;
  }

  @Override
  public String deepest() throws IOException {
    List<String> levels = FolderLevels.of(folder);
    int there = deepest(levels);
    if (there == levels.size() - 1) {
      return folder;
    }
    String missing = levels.get(there + 1);
    if (all().contains(FolderLevels.name(missing))) {
      throw new TargetException(
          Reason.WRITING,
          missing + " is no folder, or one that the server does not let be entered.");
    }
    return levels.get(there);
  }

  /** Enters the deepest one that is there. */
  private int deepest(List<String> levels) throws IOException {
    for (int level = levels.size() - 1; level > 0; level--) {
      if (enter(levels.get(level))) {
        return level;
      }
    }
    enter(levels.getFirst());
    return 0;
  }

  private boolean enter(String wanted) throws IOException {
    return ftp.changeWorkingDirectory(home)
        && (wanted.isEmpty() || ftp.changeWorkingDirectory(wanted));
  }

  private void enter() throws IOException {
    if (!enter(folder)) {
      throw new TargetException(
          Reason.WRITING, "The server has no folder " + folder + ": " + reply(ftp));
    }
  }

  @Override
  public BackupTarget in(String other) {
    return new FtpTarget(ftp, home, other);
  }

  /** Makes the folder, and those that it is in, and enters it. */
  private void makeFolder() throws IOException {
    List<String> levels = FolderLevels.of(folder);
    int there = deepest(levels);
    for (String missing : levels.subList(there + 1, levels.size())) {
      enter(levels.getFirst());
      if (!ftp.makeDirectory(missing)) {
        throw new TargetException(
            Reason.WRITING, "The server does not make the folder " + missing + ": " + reply(ftp));
      }
    }
    enter();
  }

  private static String reply(FTPClient ftp) {
    return String.valueOf(ftp.getReplyString()).strip();
  }

  @Override
  public List<String> names() throws IOException {
    enter();
    FTPFile[] files = ftp.listFiles();
    must(FTPReply.isPositiveCompletion(ftp.getReplyCode()), "list the folder " + folder);
    return Stream.of(files)
        .filter(file -> file != null && file.isFile())
        .map(FTPFile::getName)
        .toList();
  }

  /** The names of everything in the folder that was entered. */
  private List<String> all() throws IOException {
    return Stream.of(ftp.listFiles()).filter(Objects::nonNull).map(FTPFile::getName).toList();
  }

  @Override
  public void put(Path file, String name) throws IOException {
    String unfinished = BackupTarget.unfinished(name);
    makeFolder();
    try {
      try (InputStream in = Files.newInputStream(file)) {
        must(ftp.storeFile(unfinished, in), "take the file");
      }
      must(ftp.rename(unfinished, name), "rename the file");
    } catch (IOException | RuntimeException failed) {
      BackupTarget.clean(this, name, failed);
      throw failed;
    }
  }

  private void must(boolean done, String what) throws IOException {
    if (!done) {
      throw new TargetException(
          Reason.WRITING, "The server does not %s: %s".formatted(what, reply(ftp)));
    }
  }

  @Override
  public void remove(String name) throws IOException {
    enter();
    must(ftp.deleteFile(name), "delete " + name);
  }

  @Override
  public void removeFolder() throws IOException {
    enter("");
    must(ftp.removeDirectory(folder), "delete the folder " + folder);
  }

  @Override
  public void close() throws IOException {
    try {
      ftp.logout();
    } finally {
      hangUp(ftp);
    }
  }

  private static void hangUp(FTPClient ftp) throws IOException {
    if (ftp.isConnected()) {
      ftp.disconnect();
    }
  }
}
