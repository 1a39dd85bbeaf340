package org.comuta.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.comuta.archive.ArchiveException;
import org.comuta.archive.NewArchive;
import org.comuta.archive.Progress;
import org.comuta.archive.RestoreRequest;
import org.comuta.backup.BackupBean;
import org.comuta.backup.BusyException;
import org.comuta.backup.Restoration;
import org.comuta.configuration.ConfigurationException;
import org.comuta.identity.Actor;
import org.comuta.identity.AuditAction;
import org.comuta.identity.AuditBean;
import org.comuta.identity.AuditEntry.Outcome;
import org.comuta.identity.Rights;
import org.jspecify.annotations.Nullable;

/** Makes and restores backups. Any thread. */
@ApplicationScoped
public class BackupOperations {
  private static final String KIND = "backup";

  @Inject private BackupBean backups;
  @Inject private AuditBean audit;

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public BackupOperations() {}

  /**
   * Whether somebody may make and restore backups: who has all rights, for with a backup everything
   * is read and anything written.
   */
  public static boolean isAllowed(Rights rights) {
    return rights.equals(Rights.ALL);
  }

  /** As {@link BackupBean#make}. */
  public NewArchive make(
      Set<String> parts, @Nullable String passphrase, Progress progress, Actor actor)
      throws IOException, BusyException {
    String words = String.join(" ", new TreeSet<>(parts));
    try {
      NewArchive made = backups.make(parts, passphrase, progress);
      write(
          actor,
          AuditAction.BACKUP_MAKE,
          Outcome.DONE,
          words + (passphrase == null ? "" : ", with encrypted secrets"));
      return made;
    } catch (IOException | RuntimeException failed) {
      write(actor, AuditAction.BACKUP_MAKE, Outcome.FAILED, words);
      throw failed;
    }
  }

  /** As {@link BackupBean#restore}; a dry run is not written down, for it changes nothing. */
  public Restoration restore(
      InputStream in,
      @Nullable String passphrase,
      Set<String> parts,
      RestoreRequest request,
      boolean dryRun)
      throws IOException, ArchiveException, BusyException {
    if (dryRun) {
      return backups.restore(in, passphrase, parts, request, true);
    }
    Actor actor = new Actor(request.user(), request.address());
    try {
      Restoration restoration = backups.restore(in, passphrase, parts, request, false);
      write(
          actor,
          AuditAction.BACKUP_RESTORE,
          restoration.restored() ? Outcome.DONE : Outcome.REFUSED,
          told(restoration));
      return restoration;
    } catch (ArchiveException | ConfigurationException refused) {
      write(
          actor, AuditAction.BACKUP_RESTORE, Outcome.REFUSED, String.valueOf(refused.getMessage()));
      throw refused;
    } catch (IOException | RuntimeException failed) {
      write(actor, AuditAction.BACKUP_RESTORE, Outcome.FAILED, "");
      throw failed;
    }
  }

  private void write(Actor actor, AuditAction action, Outcome outcome, String detail) {
    audit.write(actor, action, KIND, "", outcome, detail);
  }

  private static String told(Restoration restoration) {
    String backup =
        "backup of %s at %s"
            .formatted(restoration.manifest().node(), restoration.manifest().madeAt());
    if (!restoration.restored()) {
      return backup + "; " + restoration.problems().getFirst().problem().message();
    }
    return restoration.parts().stream()
        .map(part -> part.name() + ": " + part.changes().size())
        .collect(Collectors.joining(", ", backup + "; changes of ", ""));
  }
}
