package org.comuta.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.comuta.backup.BackupRun.Outcome;
import org.comuta.backup.BackupRun.Result;
import org.comuta.backup.TargetException.Reason;
import org.comuta.description.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trial of a destination passes exactly when a backup gets there, and leaves nothing. */
class TargetTrialTest {
  @TempDir Path folder;
  private Path spool;

  /** What the destinations of these tests lead to. */
  private Path root;

  @BeforeEach
  void begin() throws IOException {
    spool = Files.createDirectory(folder.resolve("spool"));
    root = Files.createDirectory(folder.resolve("root"));
  }

  private interface Work {
    void with(Destination destination) throws IOException;
  }

  /** A place for backups, by the name of a folder there. */
  private interface Destination {
    TargetAccess access(String name) throws IOException;
  }

  private static TargetAccess access(JsonObject schedule, String password, String key, Path local) {
    BackupSchedule parsed = ScheduleRules.KIND.description().parse(schedule).object();
    if (parsed == null) {
      throw new IllegalArgumentException(schedule.toString());
    }
    return new TargetAccess(parsed, password, key, local);
  }

  private static TargetAccess local(Path local, String name) {
    JsonObject schedule =
        Json.object()
            .add("name", "nightly")
            .add("destination", "FOLDER")
            .add("folder", name)
            .build();
    return access(schedule, "", "", local);
  }

  private static TargetAccess of(SshServer ssh, Path there) throws IOException {
    JsonObject schedule =
        Json.object()
            .add("name", "nightly")
            .add("destination", "SFTP")
            .add("host", "127.0.0.1")
            .add("port", ssh.port)
            .add("userName", ssh.user)
            .add("fingerprint", ssh.fingerprint())
            .add("folder", there.toString())
            .build();
    return access(schedule, "", ssh.privateKey(), there);
  }

  private static TargetAccess of(FtpServer ftp, String name) {
    JsonObject schedule =
        Json.object()
            .add("name", "nightly")
            .add("destination", "FTP")
            .add("host", "127.0.0.1")
            .add("port", ftp.port)
            .add("userName", FtpServer.USER)
            .add("folder", name)
            .build();
    return access(schedule, FtpServer.PASSWORD, "", ftp.root);
  }

  /** Does it with a folder, an SFTP server and an FTP server that have the same root. */
  private void everywhere(Work work) throws IOException {
    work.with(name -> local(root, name));
    try (SshServer ssh = new SshServer(Files.createDirectory(folder.resolve("ssh")))) {
      work.with(name -> of(ssh, root.resolve(name)));
    }
    Path ftps = Files.createDirectory(folder.resolve("ftp"));
    Files.createSymbolicLink(ftps.resolve("root"), root);
    try (FtpServer ftp = new FtpServer(ftps, false)) {
      work.with(name -> of(ftp, name));
    }
  }

  private String trial(TargetAccess access) throws IOException {
    try (BackupTarget target = access.open()) {
      return TargetTrial.run(target, spool);
    }
  }

  private TargetException refused(TargetAccess access) {
    return catchThrowableOfType(TargetException.class, () -> trial(access));
  }

  private Result backup(TargetAccess access) {
    return new ScheduledBackup(spool, "node", Clock.systemUTC())
        .run(
            access,
            Duration.ofMinutes(1),
            out -> out.write("the backup".getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> everythingIn(Path place) throws IOException {
    try (Stream<Path> all = Files.walk(place)) {
      return all.map(Path::toString).sorted().toList();
    }
  }

  @Test
  void aFolderThatIsThere() throws IOException {
    Files.createDirectories(root.resolve("kept"));
    Files.writeString(root.resolve("kept").resolve("letter.txt"), "of somebody else");
    List<String> before = everythingIn(root);
    everywhere(
        destination -> {
          assertThat(trial(destination.access("kept"))).isEmpty();
          assertThat(everythingIn(root)).isEqualTo(before);
        });
    assertThat(everythingIn(spool)).containsExactly(spool.toString());
  }

  @Test
  void aFolderThatIsStillToBeMade() throws IOException {
    Files.createDirectories(root.resolve("a"));
    everywhere(
        destination -> {
          List<String> before = everythingIn(root);
          String name = "a/b" + before.size() + "/c";
          TargetAccess access = destination.access(name);

          assertThat(trial(access)).endsWith(name);

          assertThat(everythingIn(root)).isEqualTo(before);
          assertThat(backup(access).detail()).isEmpty();
          assertThat(trial(access)).isEmpty();
        });
  }

  @Test
  void whatIsNoFolder() throws IOException {
    Files.writeString(root.resolve("file"), "");
    everywhere(
        destination -> {
          for (String name : List.of("file", "file/kept")) {
            TargetAccess access = destination.access(name);
            assertThat(refused(access).reason()).isEqualTo(Reason.WRITING);
            assertThat(refused(access)).hasMessageContaining("no folder");
            assertThat(backup(access).outcome()).isEqualTo(Outcome.FAILED);
          }
          assertThat(everythingIn(root)).hasSize(2);
        });
  }

  /** In {@code /proc/sys} not even root makes anything. */
  @Test
  void whereNothingCanBeWritten() throws IOException {
    Path proc = Path.of("/proc");
    Path sys = proc.resolve("sys");
    try (SshServer ssh = new SshServer(Files.createDirectory(folder.resolve("ssh")))) {
      for (TargetAccess access :
          List.of(
              local(proc, "sys"), local(sys, "kept"), of(ssh, sys), of(ssh, sys.resolve("kept")))) {
        assertThat(refused(access).reason()).isEqualTo(Reason.WRITING);
        assertThat(backup(access).outcome()).isEqualTo(Outcome.FAILED);
      }
      assertThat(refused(local(sys, "kept"))).hasMessageContaining("/proc/sys");
    }
  }

  @Test
  void anFtpServerThatLetsNothingBeWritten() throws IOException {
    try (FtpServer ftp = new FtpServer(folder, false, "elr")) {
      assertThat(refused(of(ftp, ""))).hasMessageContaining("does not take the file");
      assertThat(backup(of(ftp, "")).outcome()).isEqualTo(Outcome.FAILED);
    }
  }

  @Test
  void anFtpServerThatLetsNoFolderBeMade() throws IOException {
    try (FtpServer ftp = new FtpServer(folder, false, "elradfw")) {
      assertThat(refused(of(ftp, "kept"))).hasMessageContaining("does not make the folder");
      assertThat(backup(of(ftp, "kept")).outcome()).isEqualTo(Outcome.FAILED);
      assertThat(trial(of(ftp, ""))).isEmpty();
      assertThat(everythingIn(root)).containsExactly(root.toString());
    }
  }
}
