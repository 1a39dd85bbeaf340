package org.comuta.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
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

  private FtpTarget(FTPClient ftp) {
    this.ftp = ftp;
  }

  static FtpTarget open(TargetAccess access) throws IOException {
    BackupSchedule schedule = access.schedule();
    PinnedCertificate pinned = new PinnedCertificate(schedule.fingerprint());
    FTPClient ftp = schedule.destination() == Destination.FTPS ? secured(pinned) : new FTPClient();
    int limit = Math.toIntExact(access.stepLimit().toMillis());
    ftp.setConnectTimeout(limit);
    ftp.setDefaultTimeout(limit);
    ftp.setDataTimeout(access.stepLimit());
    ftp.setControlEncoding("UTF-8");
    try {
      connect(ftp, access, pinned);
      ftp.setSoTimeout(limit);
      enter(ftp, access);
      return new FtpTarget(ftp);
    } catch (IOException | RuntimeException failed) {
      hangUp(ftp);
      throw failed;
    }
  }

  private static FTPSClient secured(PinnedCertificate pinned) {
    FTPSClient ftps = new FTPSClient("TLS", false);
    if (pinned.isPinned()) {
      ftps.setTrustManager(pinned);
    } else {
      ftps.setTrustManager(PinnedCertificate.ofThePlatform(pinned));
      ftps.setEndpointCheckingEnabled(true);
    }
    return ftps;
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

  private static void enter(FTPClient ftp, TargetAccess access) throws IOException {
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
    String folder = schedule.folder();
    if (!folder.isEmpty() && !ftp.changeWorkingDirectory(folder)) {
      makeFolder(ftp, folder);
      if (!ftp.changeWorkingDirectory(folder)) {
        throw new TargetException(
            Reason.WRITING, "The server has no folder " + folder + ": " + reply(ftp));
      }
    }
  }

  /** Makes a folder, and those that it is in; what is there stays. */
  private static void makeFolder(FTPClient ftp, String wanted) throws IOException {
    int end = wanted.lastIndexOf('/');
    if (end > 0) {
      makeFolder(ftp, wanted.substring(0, end));
    }
    ftp.makeDirectory(wanted);
  }

  private static String reply(FTPClient ftp) {
    return String.valueOf(ftp.getReplyString()).strip();
  }

  @Override
  public List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    for (var file : ftp.listFiles()) {
      if (file != null && file.isFile()) {
        names.add(file.getName());
      }
    }
    return names;
  }

  @Override
  public void put(Path file, String name) throws IOException {
    String unfinished = BackupTarget.unfinished(name);
    try {
      try (InputStream in = Files.newInputStream(file)) {
        must(ftp.storeFile(unfinished, in));
      }
      must(ftp.rename(unfinished, name));
    } catch (IOException | RuntimeException failed) {
      BackupTarget.clean(this, name, failed);
      throw failed;
    }
  }

  private void must(boolean done) throws IOException {
    if (!done) {
      throw new TargetException(Reason.WRITING, "The server does not take the file: " + reply(ftp));
    }
  }

  @Override
  public void remove(String name) throws IOException {
    must(ftp.deleteFile(name));
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
