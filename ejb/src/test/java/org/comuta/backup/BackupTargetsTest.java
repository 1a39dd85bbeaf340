package org.comuta.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.comuta.backup.BackupRun.Outcome;
import org.comuta.backup.BackupRun.Result;
import org.comuta.backup.TargetException.Reason;
import org.comuta.description.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups reach real servers, and a folder. */
class BackupTargetsTest {
  private static final Instant NOW = Instant.parse("2026-03-10T03:00:00Z");

  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir Path folder;
  private Path spool;
  private Path local;

  @BeforeEach
  void begin() throws IOException {
    spool = Files.createDirectory(folder.resolve("spool"));
    local = folder.resolve("local");
  }

  private static JsonObjectBuilder schedule(String destination) {
    return Json.object()
        .add("name", "nightly")
        .add("destination", destination)
        .add("folder", "kept")
        .add("keepCount", 2);
  }

  private static JsonObjectBuilder server(String destination, int port, String user) {
    return schedule(destination).add("host", "127.0.0.1").add("port", port).add("userName", user);
  }

  private TargetAccess access(JsonObject schedule, String password, String key) {
    BackupSchedule parsed = ScheduleRules.KIND.description().parse(schedule).object();
    if (parsed == null) {
      throw new IllegalArgumentException(schedule.toString());
    }
    return new TargetAccess(parsed, password, key, local);
  }

  private static void succeeds(Result result) {
    assertThat(result.detail()).isEmpty();
    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
  }

  private ScheduledBackup at(Instant moment) {
    return new ScheduledBackup(spool, "node", Clock.fixed(moment, ZoneOffset.UTC));
  }

  private static void text(OutputStream out) throws IOException {
    out.write("the backup".repeat(10_000).getBytes(StandardCharsets.UTF_8));
  }

  /** Runs four backups, of which two stay. */
  private void fourRuns(TargetAccess access, Path there) throws IOException {
    Files.createDirectories(there);
    Files.writeString(there.resolve("letter.txt"), "of somebody else");
    Files.writeString(there.resolve("comuta-node-nightly-20260201-030000.tar.gz.part"), "left");
    for (int day = 0; day < 4; day++) {
      Result result =
          at(NOW.plus(Duration.ofDays(day))).run(access, LIMIT, BackupTargetsTest::text);
      assertThat(result.detail()).isEmpty();
      assertThat(result.outcome()).isEqualTo(Outcome.DONE);
      assertThat(result.octets()).isEqualTo(100_000);
      assertThat(result.removed()).isEqualTo(day < 2 ? 0 : 1);
    }
    try (Stream<Path> files = Files.list(there)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "letter.txt",
              "comuta-node-nightly-20260312-030000.tar.gz",
              "comuta-node-nightly-20260313-030000.tar.gz");
    }
    assertThat(there.resolve("comuta-node-nightly-20260313-030000.tar.gz")).hasSize(100_000);
    try (Stream<Path> left = Files.list(spool)) {
      assertThat(left).isEmpty();
    }
  }

  /** A folder of the name of the backup is in its way once all is written. */
  private void nothingIsLeftOfAFailure(TargetAccess access, Path there) throws IOException {
    Path obstacle = there.resolve("comuta-node-nightly-20260310-030000.tar.gz");
    Files.createDirectories(obstacle.resolve("full"));

    Result result = at(NOW).run(access, LIMIT, BackupTargetsTest::text);

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    try (Stream<Path> files = Files.list(there)) {
      assertThat(files).containsExactly(obstacle);
    }
  }

  @Test
  void nothingIsLeftOfAFailureInAFolder() throws IOException {
    nothingIsLeftOfAFailure(access(schedule("FOLDER").build(), "", ""), local.resolve("kept"));
  }

  @Test
  void nothingIsLeftOfAFailureOfSftp() throws IOException {
    try (SshServer ssh = new SshServer(Files.createDirectory(folder.resolve("ssh")))) {
      Path there = folder.resolve("there");
      JsonObject schedule =
          server("SFTP", ssh.port, ssh.user)
              .add("folder", there.toString())
              .add("fingerprint", ssh.fingerprint())
              .build();

      nothingIsLeftOfAFailure(access(schedule, "", ssh.privateKey()), there);
    }
  }

  @Test
  void nothingIsLeftOfAFailureOfFtp() throws IOException {
    try (FtpServer ftp = new FtpServer(Files.createDirectory(folder.resolve("ftp")), false)) {
      JsonObject schedule = server("FTP", ftp.port, FtpServer.USER).build();

      nothingIsLeftOfAFailure(access(schedule, FtpServer.PASSWORD, ""), ftp.root.resolve("kept"));
    }
  }

  @Test
  void aFolder() throws IOException {
    fourRuns(access(schedule("FOLDER").build(), "", ""), local.resolve("kept"));
  }

  @Test
  void sftp() throws IOException {
    try (SshServer ssh = new SshServer(Files.createDirectory(folder.resolve("ssh")))) {
      Path there = folder.resolve("there");
      JsonObject schedule =
          server("SFTP", ssh.port, ssh.user)
              .add("folder", there.toString())
              .add("fingerprint", ssh.fingerprint())
              .build();

      fourRuns(access(schedule, "", ssh.privateKey()), there);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"x/y/z", "x/y/z/"})
  void foldersOfSeveralLevelsAreMade(String levels) throws IOException {
    try (SshServer ssh = new SshServer(Files.createDirectory(folder.resolve("ssh")))) {
      JsonObject schedule =
          server("SFTP", ssh.port, ssh.user)
              .add("folder", folder + "/" + levels)
              .add("fingerprint", ssh.fingerprint())
              .build();

      succeeds(at(NOW).run(access(schedule, "", ssh.privateKey()), LIMIT, BackupTargetsTest::text));

      assertThat(folder.resolve(levels)).isNotEmptyDirectory();
    }
    try (FtpServer ftp = new FtpServer(Files.createDirectory(folder.resolve("ftp")), false)) {
      JsonObject schedule = server("FTP", ftp.port, FtpServer.USER).add("folder", levels).build();

      succeeds(
          at(NOW).run(access(schedule, FtpServer.PASSWORD, ""), LIMIT, BackupTargetsTest::text));

      assertThat(ftp.root.resolve(levels)).isNotEmptyDirectory();
    }
  }

  @Test
  void anSftpServerIsTrustedOnlyOnceItsKeyIsConfirmed() throws IOException {
    try (SshServer ssh = new SshServer(Files.createDirectory(folder.resolve("ssh")))) {
      for (String confirmed : List.of("", "SHA256:" + "A".repeat(43))) {
        JsonObject schedule =
            server("SFTP", ssh.port, ssh.user).add("fingerprint", confirmed).build();
        TargetException refused =
            catchThrowableOfType(
                TargetException.class, access(schedule, "", ssh.privateKey())::open);

        assertThat(refused.reason()).isEqualTo(Reason.FINGERPRINT);
        assertThat(refused.fingerprint()).isEqualTo(ssh.fingerprint());
      }
      JsonObject schedule =
          server("SFTP", ssh.port, ssh.user).add("fingerprint", ssh.fingerprint()).build();
      assertThat(
              catchThrowableOfType(TargetException.class, access(schedule, "wrong", "")::open)
                  .reason())
          .isEqualTo(Reason.SIGN_IN);
      assertThat(
              catchThrowableOfType(TargetException.class, access(schedule, "", "no key")::open)
                  .reason())
          .isEqualTo(Reason.SIGN_IN);
    }
  }

  @Test
  void ftp() throws IOException {
    for (boolean passive : new boolean[] {true, false}) {
      Path place = Files.createDirectory(folder.resolve("ftp-" + passive));
      try (FtpServer ftp = new FtpServer(place, false)) {
        JsonObject schedule =
            server("FTP", ftp.port, FtpServer.USER).add("passive", passive).build();

        fourRuns(access(schedule, FtpServer.PASSWORD, ""), ftp.root.resolve("kept"));

        assertThat(
                catchThrowableOfType(TargetException.class, access(schedule, "wrong", "")::open)
                    .reason())
            .isEqualTo(Reason.SIGN_IN);
      }
    }
  }

  @Test
  void ftps() throws IOException {
    try (FtpServer ftp = new FtpServer(Files.createDirectory(folder.resolve("ftps")), true)) {
      JsonObject schedule =
          server("FTPS", ftp.port, FtpServer.USER).add("fingerprint", ftp.fingerprint()).build();

      fourRuns(access(schedule, FtpServer.PASSWORD, ""), ftp.root.resolve("kept"));

      for (String confirmed : List.of("", "00".repeat(32))) {
        TargetException refused =
            catchThrowableOfType(
                TargetException.class,
                access(
                        server("FTPS", ftp.port, FtpServer.USER)
                            .add("fingerprint", confirmed)
                            .build(),
                        FtpServer.PASSWORD,
                        "")
                    ::open);
        assertThat(refused.reason()).isEqualTo(Reason.FINGERPRINT);
        assertThat(refused.fingerprint()).isEqualToIgnoringCase(ftp.fingerprint().replace(":", ""));
      }
    }
  }

  @ParameterizedTest(name = "passive {0}")
  @ValueSource(booleans = {true, false})
  void ftpsToAServerThatWantsTheSessionOfTheControlConnection(boolean passive) throws IOException {
    try (Vsftpd ftp = new Vsftpd(Files.createDirectory(folder.resolve("vsftpd")))) {
      JsonObject schedule =
          server("FTPS", ftp.port, Vsftpd.USER)
              .add("fingerprint", ftp.fingerprint())
              .add("passive", passive)
              .build();

      fourRuns(access(schedule, Vsftpd.PASSWORD, ""), ftp.root.resolve("kept"));
    }
  }

  @Test
  void nobodyThere() throws IOException {
    int port = SshServer.freePort();
    for (String destination : List.of("SFTP", "FTP", "FTPS")) {
      Result result =
          at(NOW)
              .run(
                  access(server(destination, port, "x").build(), "x", ""),
                  LIMIT,
                  BackupTargetsTest::text);
      assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(result.detail()).contains("cannot be reached");
    }
  }

  @Test
  void whatTakesTooLongIsGivenUp() throws IOException {
    Result result =
        at(NOW)
            .run(
                access(schedule("FOLDER").build(), "", ""),
                Duration.ofSeconds(1),
                out -> {
                  try {
                    Thread.sleep(Duration.ofMinutes(10));
                  } catch (InterruptedException stopped) {
                    throw new IOException("stopped", stopped);
                  }
                });

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.detail()).contains("1 s");
    try (Stream<Path> left = Files.list(spool)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whatCannotBeMadeIsTold() {
    Result result =
        at(NOW)
            .run(
                access(schedule("FOLDER").build(), "", ""),
                LIMIT,
                out -> {
                  throw new IOException("the database is away");
                });

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.detail()).contains("the database is away");
  }
}
