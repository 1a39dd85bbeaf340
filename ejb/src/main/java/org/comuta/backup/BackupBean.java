package org.comuta.backup;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.comuta.archive.ArchiveException;
import org.comuta.archive.BackupPart;
import org.comuta.archive.NewArchive;
import org.comuta.archive.Progress;
import org.comuta.archive.ReadArchive;
import org.comuta.archive.RestoreRequest;
import org.comuta.archive.Spool;
import org.jspecify.annotations.Nullable;

/** Makes and restores backups of everything on this server. Any thread; calls go on meanwhile. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BackupBean {
  @Inject @Any private Instance<BackupPart> parts;
  @EJB private RestorationBean restorations;

  // An upload may be slow; what is made by a schedule does not wait for it.
  private final Turn making = new Turn();
  private final Turn restoring = new Turn();
  private final Clock clock = Clock.systemUTC();
  private final Path spool =
      Path.of(System.getProperty("comuta.state.dir", "state"), "backup").toAbsolutePath();
  private final Path localFolder = spool.resolveSibling("backups");

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public BackupBean() {}

  @PostConstruct
  void start() {
    Spool.sweep(spool);
  }

  /** Folder of files on their way, which only the owner of the server reads. */
  public Path spool() {
    return spool;
  }

  /** Where backups are kept that a schedule leaves on this machine. */
  public Path localFolder() {
    return localFolder;
  }

  /** What schedules must be here. */
  public ScheduleRules scheduleRules() {
    String others = System.getProperty("comuta.backup.folders", "");
    return new ScheduleRules(
        parts(),
        localFolder,
        Stream.of(others.split(File.pathSeparator, -1))
            .filter(folder -> folder.startsWith("/"))
            .map(folder -> Path.of(folder).normalize())
            .toList());
  }

  /** The words of all parts there are. */
  public List<String> parts() {
    return known().stream().map(BackupPart::name).sorted().toList();
  }

  private List<BackupPart> known() {
    return parts.stream().sorted(Comparator.comparing(BackupPart::name)).toList();
  }

  /**
   * Makes a backup, to be written and closed.
   *
   * @param wanted words of parts
   * @param passphrase for its secrets and its seal; null for a backup without secrets
   * @throws BusyException another one is made just now
   */
  public NewArchive make(Set<String> wanted, @Nullable String passphrase, Progress progress)
      throws IOException, BusyException {
    return make(wanted, passphrase, progress, Duration.ZERO);
  }

  /**
   * The same, after another one.
   *
   * @param patience how long to wait for it
   */
  public NewArchive make(
      Set<String> wanted, @Nullable String passphrase, Progress progress, Duration patience)
      throws IOException, BusyException {
    making.begin(patience);
    try {
      return NewArchive.of(
          known().stream().filter(part -> wanted.contains(part.name())).toList(),
          Version.ofProduct(),
          System.getProperty("jboss.node.name", "node"),
          clock.instant().truncatedTo(ChronoUnit.SECONDS),
          passphrase,
          spool,
          progress);
    } finally {
      making.end();
    }
  }

  /**
   * Restores a backup, all of it or nothing, or says what that would do.
   *
   * @param wanted words of the parts to be restored, as far as the backup has them
   * @throws ArchiveException the backup is not taken
   * @throws BusyException another one is restored just now
   */
  public Restoration restore(
      InputStream in,
      @Nullable String passphrase,
      Set<String> wanted,
      RestoreRequest request,
      boolean dryRun)
      throws IOException, ArchiveException, BusyException {
    restoring.begin(Duration.ZERO);
    try (ReadArchive archive = ReadArchive.of(in, passphrase, spool, ReadArchive.Limits.USUAL)) {
      return restorations.run(known(), archive, wanted, request, dryRun);
    } finally {
      restoring.end();
    }
  }
}
