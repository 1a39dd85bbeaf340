package org.comuta.backup;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What is needed to reach the destination of a schedule, its secrets opened. Immutable.
 *
 * @param localFolder where relative folders of this machine begin
 */
public record TargetAccess(
    BackupSchedule schedule, String password, String privateKey, Path localFolder) {
  private static final int SFTP = 22;
  private static final int FTP = 21;

  int port() {
    if (schedule.port() > 0) {
      return schedule.port();
    }
    return schedule.destination() == BackupSchedule.Destination.SFTP ? SFTP : FTP;
  }

  /** How long one step may take without anything going on. */
  Duration stepLimit() {
    return Duration.ofSeconds(Math.min(30, schedule.timeLimit()));
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "TargetAccess[" + schedule.name() + "]";
  }

  /** Reaches it. Blocks, at most as long as the step limits say. */
  BackupTarget open() throws java.io.IOException {
    return switch (schedule.destination()) {
      case FOLDER -> new FolderTarget(localFolder.resolve(schedule.folder()).normalize());
      case SFTP -> SftpTarget.open(this);
      case FTP, FTPS -> FtpTarget.open(this);
    };
  }
}
